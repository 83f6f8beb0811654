@NullMarked
package com.learnamp.entra.console.overview;

import org.jspecify.annotations.NullMarked;
