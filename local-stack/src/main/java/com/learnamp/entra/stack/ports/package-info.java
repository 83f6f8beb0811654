/** Where each part listens, and who is in the way. */
@NullMarked
package com.learnamp.entra.stack.ports;

import org.jspecify.annotations.NullMarked;
