/** Messages read from the topics once more: for one company, one person or all. */
@NullMarked
package com.learnamp.entra.console.replay;

import org.jspecify.annotations.NullMarked;
