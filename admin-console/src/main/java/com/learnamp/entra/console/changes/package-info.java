/** What has changed about people, in words: for runs, for one person, for the overview. */
@NullMarked
package com.learnamp.entra.console.changes;

import org.jspecify.annotations.NullMarked;
