@NullMarked
package com.learnamp.entra.simulator.faults;

import org.jspecify.annotations.NullMarked;
