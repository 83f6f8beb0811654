/** Photos to be looked at, from the topic to the table. */
@NullMarked
package com.learnamp.entra.photo.queue;

import org.jspecify.annotations.NullMarked;
