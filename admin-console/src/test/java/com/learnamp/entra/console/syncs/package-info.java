@NullMarked
package com.learnamp.entra.console.syncs;

import org.jspecify.annotations.NullMarked;
