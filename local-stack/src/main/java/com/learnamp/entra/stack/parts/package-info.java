/** The processes of the system: started, watched, restarted, stopped. */
@NullMarked
package com.learnamp.entra.stack.parts;

import org.jspecify.annotations.NullMarked;
