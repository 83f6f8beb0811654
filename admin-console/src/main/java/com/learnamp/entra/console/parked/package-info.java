/** What services could not use and have put aside: listed, tried again, dropped. */
@NullMarked
package com.learnamp.entra.console.parked;

import org.jspecify.annotations.NullMarked;
