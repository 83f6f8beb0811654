package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A customer of Learn Amp, as Learn Amp numbers it. */
public record CompanyId(@JsonValue long value) implements Comparable<CompanyId> {

    @JsonCreator
    public CompanyId {
        if (value <= 0) {
            throw new IllegalArgumentException("a company id is positive, not " + value);
        }
    }

    @Override
    public int compareTo(CompanyId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
