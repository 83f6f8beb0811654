@NullMarked
package com.learnamp.entra.console.pause;

import org.jspecify.annotations.NullMarked;
