/** The writer's transactions: one company, its lock, its rows. */
@NullMarked
package com.learnamp.entra.writer.company;

import org.jspecify.annotations.NullMarked;
