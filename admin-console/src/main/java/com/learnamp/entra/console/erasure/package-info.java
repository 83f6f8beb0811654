/** People who are erased, for good or until an admin lets them come back. */
@NullMarked
package com.learnamp.entra.console.erasure;

import org.jspecify.annotations.NullMarked;
