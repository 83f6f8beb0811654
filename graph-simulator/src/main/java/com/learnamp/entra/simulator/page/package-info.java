/** The page on which a person changes the directory. */
@NullMarked
package com.learnamp.entra.simulator.page;

import org.jspecify.annotations.NullMarked;
