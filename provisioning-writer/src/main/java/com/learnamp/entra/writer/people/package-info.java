/** A company's people as they are stored, as they shall be, and the difference. */
@NullMarked
package com.learnamp.entra.writer.people;

import org.jspecify.annotations.NullMarked;
