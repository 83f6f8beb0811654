/** What is kept back until an admin has decided, and by which limits. */
@NullMarked
package com.learnamp.entra.console.guard;

import org.jspecify.annotations.NullMarked;
