@NullMarked
package com.learnamp.entra.console.schedule;

import org.jspecify.annotations.NullMarked;
