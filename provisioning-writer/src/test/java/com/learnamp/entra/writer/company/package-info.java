@NullMarked
package com.learnamp.entra.writer.company;

import org.jspecify.annotations.NullMarked;
