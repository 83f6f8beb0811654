/** What a simulator keeps on disk, so that a restart finds everything as it was. */
@NullMarked
package com.learnamp.entra.simulator.saved;

import org.jspecify.annotations.NullMarked;
