@NullMarked
package com.learnamp.entra.writer.guard;

import org.jspecify.annotations.NullMarked;
