/** Single people: the queue of hints, and what Graph says about them. */
@NullMarked
package com.learnamp.entra.fetcher.lookup;

import org.jspecify.annotations.NullMarked;
