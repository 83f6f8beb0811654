@NullMarked
package com.learnamp.entra.contracts;

import org.jspecify.annotations.NullMarked;
