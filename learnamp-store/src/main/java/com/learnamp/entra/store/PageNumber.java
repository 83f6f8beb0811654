package com.learnamp.entra.store;

/**
 * A page of a list.
 *
 * @param number from 1
 * @param size rows on a page
 */
public record PageNumber(int number, int size) {

    public static final int MOST_ROWS = 500;
    public static final int LAST_NUMBER = 1_000_000;

    public PageNumber {
        if (number < 1 || number > LAST_NUMBER) {
            throw new IllegalArgumentException("a page is between 1 and " + LAST_NUMBER);
        }
        if (size < 1 || size > MOST_ROWS) {
            throw new IllegalArgumentException("a page has between 1 and " + MOST_ROWS + " rows");
        }
    }

    int offset() {
        return (number - 1) * size;
    }
}
