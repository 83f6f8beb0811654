@NullMarked
package com.learnamp.entra.writer;

import org.jspecify.annotations.NullMarked;
