@NullMarked
package com.learnamp.entra.stack.parts;

import org.jspecify.annotations.NullMarked;
