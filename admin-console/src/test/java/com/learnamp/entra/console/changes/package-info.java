@NullMarked
package com.learnamp.entra.console.changes;

import org.jspecify.annotations.NullMarked;
