@NullMarked
package com.learnamp.entra.console.why;

import org.jspecify.annotations.NullMarked;
