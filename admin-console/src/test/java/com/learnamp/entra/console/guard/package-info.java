@NullMarked
package com.learnamp.entra.console.guard;

import org.jspecify.annotations.NullMarked;
