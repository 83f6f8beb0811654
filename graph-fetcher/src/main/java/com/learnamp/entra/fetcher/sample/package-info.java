/** A few people, read for an admin who tries a mapping before it is saved. */
@NullMarked
package com.learnamp.entra.fetcher.sample;

import org.jspecify.annotations.NullMarked;
