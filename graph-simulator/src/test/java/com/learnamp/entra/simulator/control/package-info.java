@NullMarked
package com.learnamp.entra.simulator.control;

import org.jspecify.annotations.NullMarked;
