@NullMarked
package com.learnamp.entra.console.replay;

import org.jspecify.annotations.NullMarked;
