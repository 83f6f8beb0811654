/** Kafka in, rows out: hints and requests become work for the tenant's owner. */
@NullMarked
package com.learnamp.entra.fetcher.queue;

import org.jspecify.annotations.NullMarked;
