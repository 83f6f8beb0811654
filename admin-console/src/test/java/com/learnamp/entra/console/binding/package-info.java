@NullMarked
package com.learnamp.entra.console.binding;

import org.jspecify.annotations.NullMarked;
