/** Whatever goes wrong on the way: at rest, store and directory are equal. */
@NullMarked
package com.learnamp.entra.stack.faults;

import org.jspecify.annotations.NullMarked;
