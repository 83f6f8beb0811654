/** The page that connects a company to its directory. */
@NullMarked
package com.learnamp.entra.console.setup;

import org.jspecify.annotations.NullMarked;
