@NullMarked
package com.learnamp.entra.console.parked;

import org.jspecify.annotations.NullMarked;
