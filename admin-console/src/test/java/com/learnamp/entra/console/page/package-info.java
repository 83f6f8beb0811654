@NullMarked
package com.learnamp.entra.console.page;

import org.jspecify.annotations.NullMarked;
