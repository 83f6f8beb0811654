/** What waits in the store, of all companies, measured. */
@NullMarked
package com.learnamp.entra.writer.waiting;

import org.jspecify.annotations.NullMarked;
