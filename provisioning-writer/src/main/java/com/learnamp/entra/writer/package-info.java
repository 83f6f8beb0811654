/** provisioning-writer: applies commands to Learn Amp's store and tells what has changed. */
@NullMarked
package com.learnamp.entra.writer;

import org.jspecify.annotations.NullMarked;
