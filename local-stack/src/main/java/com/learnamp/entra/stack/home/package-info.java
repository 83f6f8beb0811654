/** The directory .local-stack: data, logs, secrets, and who runs. */
@NullMarked
package com.learnamp.entra.stack.home;

import org.jspecify.annotations.NullMarked;
