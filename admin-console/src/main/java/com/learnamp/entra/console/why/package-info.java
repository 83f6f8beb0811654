/** Why somebody is in Learn Amp, or is not: what Entra says, what is stored, what was decided. */
@NullMarked
package com.learnamp.entra.console.why;

import org.jspecify.annotations.NullMarked;
