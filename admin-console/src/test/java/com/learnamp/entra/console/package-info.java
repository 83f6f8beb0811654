@NullMarked
package com.learnamp.entra.console;

import org.jspecify.annotations.NullMarked;
