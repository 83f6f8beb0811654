/** Whatever happens on the way: the store at rest is a function of directory and settings. */
@NullMarked
package com.learnamp.entra.worlds;

import org.jspecify.annotations.NullMarked;
