/** The whole system on one machine: the launcher, and what is asked of it while it runs. */
@NullMarked
package com.learnamp.entra.stack;

import org.jspecify.annotations.NullMarked;
