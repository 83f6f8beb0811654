@NullMarked
package com.learnamp.entra.console.runs;

import org.jspecify.annotations.NullMarked;
