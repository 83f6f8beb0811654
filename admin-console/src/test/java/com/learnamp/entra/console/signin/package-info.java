@NullMarked
package com.learnamp.entra.console.signin;

import org.jspecify.annotations.NullMarked;
