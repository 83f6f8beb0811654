@NullMarked
package com.learnamp.entra.writer.runs;

import org.jspecify.annotations.NullMarked;
