@NullMarked
package com.learnamp.entra.console.preview;

import org.jspecify.annotations.NullMarked;
