/** Who is signed in, and to which company; the guard before every page. */
@NullMarked
package com.learnamp.entra.console.session;

import org.jspecify.annotations.NullMarked;
