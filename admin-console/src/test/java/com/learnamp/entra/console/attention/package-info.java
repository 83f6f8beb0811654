@NullMarked
package com.learnamp.entra.console.attention;

import org.jspecify.annotations.NullMarked;
