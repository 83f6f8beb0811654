@NullMarked
package com.learnamp.entra.console.erasure;

import org.jspecify.annotations.NullMarked;
