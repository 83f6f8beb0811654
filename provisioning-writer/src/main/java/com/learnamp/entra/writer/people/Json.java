package com.learnamp.entra.writer.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.messaging.MessageCodec;
import java.util.Map;

/** Rows on their way to the database and back: a whole set of them is one parameter. */
public final class Json {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Json() {}

    public static String of(Object value) {
        try {
            return MessageCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows can be written as JSON", e);
        }
    }

    public static Map<String, String> texts(String json) {
        try {
            return MessageCodec.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that this service wrote can be read", e);
        }
    }
}
