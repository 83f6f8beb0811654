/** Makes directories, and changes in them, from a seed. */
@NullMarked
package com.learnamp.entra.simulator.generator;

import org.jspecify.annotations.NullMarked;
