/** Where somebody begins who names no page. */
@NullMarked
package com.learnamp.entra.console.start;

import org.jspecify.annotations.NullMarked;
