/** The figures of a run and its end. */
@NullMarked
package com.learnamp.entra.writer.runs;

import org.jspecify.annotations.NullMarked;
