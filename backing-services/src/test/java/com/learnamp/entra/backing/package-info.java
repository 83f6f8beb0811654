@NullMarked
package com.learnamp.entra.backing;

import org.jspecify.annotations.NullMarked;
