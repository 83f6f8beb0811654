package com.learnamp.entra.store;

import java.util.List;

/**
 * One page of a list, and how long the whole list is.
 *
 * @param total rows on all pages
 */
public record Counted<T>(List<T> rows, long total) {

    public Counted {
        rows = List.copyOf(rows);
    }
}
