package com.learnamp.entra.store;

/**
 * A picture of a person.
 *
 * @param contentType {@code image/jpeg} or {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from the database to the answer
public record Avatar(String contentType, byte[] bytes) {

    @Override
    public String toString() {
        return "Avatar[" + contentType + "]";
    }
}
