/** Mails, one at a time, and what became of each. */
@NullMarked
package com.learnamp.entra.writer.mail;

import org.jspecify.annotations.NullMarked;
