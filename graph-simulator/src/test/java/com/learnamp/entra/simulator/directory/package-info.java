@NullMarked
package com.learnamp.entra.simulator.directory;

import org.jspecify.annotations.NullMarked;
