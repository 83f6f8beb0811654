/**
 * How services read and write the topics: the same bytes, acks, parking and patience everywhere.
 */
@NullMarked
package com.learnamp.entra.messaging;

import org.jspecify.annotations.NullMarked;
