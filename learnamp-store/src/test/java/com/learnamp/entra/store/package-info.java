@NullMarked
package com.learnamp.entra.store;

import org.jspecify.annotations.NullMarked;
