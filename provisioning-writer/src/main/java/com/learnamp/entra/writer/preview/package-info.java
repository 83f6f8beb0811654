/** What the first run in a scope would do, kept until an admin has confirmed it. */
@NullMarked
package com.learnamp.entra.writer.preview;

import org.jspecify.annotations.NullMarked;
