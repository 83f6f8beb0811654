@NullMarked
package com.learnamp.entra.simulator.generator;

import org.jspecify.annotations.NullMarked;
