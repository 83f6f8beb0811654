/** Commands in, changed people out. */
@NullMarked
package com.learnamp.entra.writer.apply;

import org.jspecify.annotations.NullMarked;
