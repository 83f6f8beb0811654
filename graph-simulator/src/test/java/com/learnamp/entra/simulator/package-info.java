/** What the simulator promises. */
@NullMarked
package com.learnamp.entra.simulator;

import org.jspecify.annotations.NullMarked;
