@NullMarked
package com.learnamp.entra.console.people;

import org.jspecify.annotations.NullMarked;
