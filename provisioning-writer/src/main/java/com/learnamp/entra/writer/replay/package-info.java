/** What replays change, or would change as trials. */
@NullMarked
package com.learnamp.entra.writer.replay;

import org.jspecify.annotations.NullMarked;
