package com.learnamp.entra.writer.waiting;

import java.time.Instant;

/**
 * Rows of one sort that wait in the store.
 *
 * @param what of whatever table
 * @param which within it
 * @param oldest since when the oldest of them has waited
 */
record Waiting(String what, String which, long rows, Instant oldest) {}
