/** The demo company, through the same API that people's own tools use. */
@NullMarked
package com.learnamp.entra.stack.demo;

import org.jspecify.annotations.NullMarked;
