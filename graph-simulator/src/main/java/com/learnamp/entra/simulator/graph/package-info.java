/** What Graph answers. */
@NullMarked
package com.learnamp.entra.simulator.graph;

import org.jspecify.annotations.NullMarked;
