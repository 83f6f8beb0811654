@NullMarked
package com.learnamp.entra.stack.ports;

import org.jspecify.annotations.NullMarked;
