@NullMarked
package com.learnamp.entra.customfields;

import org.jspecify.annotations.NullMarked;
