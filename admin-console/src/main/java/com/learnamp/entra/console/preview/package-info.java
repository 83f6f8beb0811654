/** What the first sync with a group would do, and an admin's yes to it. */
@NullMarked
package com.learnamp.entra.console.preview;

import org.jspecify.annotations.NullMarked;
