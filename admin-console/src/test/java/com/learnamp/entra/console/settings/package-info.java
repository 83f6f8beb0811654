@NullMarked
package com.learnamp.entra.console.settings;

import org.jspecify.annotations.NullMarked;
