@NullMarked
package com.learnamp.entra.console.mappings;

import org.jspecify.annotations.NullMarked;
