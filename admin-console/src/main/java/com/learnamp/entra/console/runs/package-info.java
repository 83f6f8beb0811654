/** Pages of sync runs, live while they run. */
@NullMarked
package com.learnamp.entra.console.runs;

import org.jspecify.annotations.NullMarked;
