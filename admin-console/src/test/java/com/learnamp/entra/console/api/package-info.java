@NullMarked
package com.learnamp.entra.console.api;

import org.jspecify.annotations.NullMarked;
