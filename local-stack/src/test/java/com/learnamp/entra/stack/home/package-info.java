@NullMarked
package com.learnamp.entra.stack.home;

import org.jspecify.annotations.NullMarked;
