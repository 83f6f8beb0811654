/** What the launcher can be told on its command line. */
@NullMarked
package com.learnamp.entra.stack.options;

import org.jspecify.annotations.NullMarked;
