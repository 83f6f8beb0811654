/** One tenant's directory: its objects, their links, and everything that ever happened to them. */
@NullMarked
package com.learnamp.entra.simulator.directory;

import org.jspecify.annotations.NullMarked;
