/** What stands still, by whose wish, and since when. */
@NullMarked
package com.learnamp.entra.console.pause;

import org.jspecify.annotations.NullMarked;
