/** The whole system, through {@link com.learnamp.entra.stack.LocalStack}. */
@NullMarked
package com.learnamp.entra.stack.system;

import org.jspecify.annotations.NullMarked;
