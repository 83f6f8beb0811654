/** What is made to go wrong, decided by a seed. */
@NullMarked
package com.learnamp.entra.simulator.faults;

import org.jspecify.annotations.NullMarked;
