/** The JSON API by which tests and scripts change the directory and switch faults. */
@NullMarked
package com.learnamp.entra.simulator.control;

import org.jspecify.annotations.NullMarked;
