/** What is asked of a running stack: one class for each command. */
@NullMarked
package com.learnamp.entra.stack.commands;

import org.jspecify.annotations.NullMarked;
