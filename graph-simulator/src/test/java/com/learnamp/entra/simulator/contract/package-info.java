/**
 * Graph as a client sees it, stated from the facts. Tests tagged {@code read-only} also run against
 * a real tenant, see the module's README; the others change the simulated one.
 */
@NullMarked
package com.learnamp.entra.simulator.contract;

import org.jspecify.annotations.NullMarked;
