@NullMarked
package com.learnamp.entra.stack.options;

import org.jspecify.annotations.NullMarked;
