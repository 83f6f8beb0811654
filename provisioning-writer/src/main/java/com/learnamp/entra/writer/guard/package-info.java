/** What stands between a command and what it would destroy. */
@NullMarked
package com.learnamp.entra.writer.guard;

import org.jspecify.annotations.NullMarked;
