package com.learnamp.entra.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.learnamp.entra.contracts.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON. Readers ignore fields that they don't know, so that an older service reads a
 * newer message; a type that they don't know is unreadable, and is parked.
 */
public final class MessageCodec {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private MessageCodec() {}

    /** For what travels beside {@link Message}: the data of user events, columns of JSON. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Message message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "every message can be written: " + message.getClass().getSimpleName(), e);
        }
    }

    /**
     * @param payload the sealed interface of what the topic carries
     */
    public static <M extends Message> Parsed<M> read(byte @Nullable [] bytes, Class<M> payload) {
        if (bytes == null) {
            return new Parsed.Tombstone<>();
        }
        try {
            M message = MAPPER.readValue(bytes, payload);
            return message == null
                    ? new Parsed.Unreadable<>("it is the JSON value null")
                    : new Parsed.Read<>(message);
        } catch (InvalidTypeIdException e) {
            return new Parsed.Unreadable<>("its type is not one that this version knows");
        } catch (IOException e) {
            return new Parsed.Unreadable<>(
                    "it is no " + payload.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }
}
