package com.learnamp.entra.receiver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads {@code {"value":[…]}} item by item, so that a body costs no more memory than its largest
 * item. Lenient in all that an item may hold or lack, strict in what could be used to exhaust us.
 */
final class ReadItems {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(8_192)
                    .maxNameLength(256)
                    .maxNumberLength(100)
                    .build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addHandler(new SkipWhatDoesNotFit())
                    .build();

    private static final ObjectReader ITEM = MAPPER.readerFor(GraphItem.class);

    private ReadItems() {}

    /**
     * @throws LimitedBody.TooLarge if the body is
     * @throws IOException if it is not of this form, or goes beyond a limit
     */
    static void from(InputStream body, Consumer<GraphItem> items) throws IOException {
        try (JsonParser parser = MAPPER.createParser(new LimitedBody(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            boolean found = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isValue = parser.currentName().equals("value");
                if (isValue && parser.nextToken() == JsonToken.START_ARRAY) {
                    readArray(parser, items);
                    found = true;
                } else if (!isValue) {
                    parser.nextToken();
                    parser.skipChildren();
                } else {
                    throw new JsonParseException(parser, "not an array");
                }
            }
            if (!found || parser.nextToken() != null) {
                throw new JsonParseException(parser, "no items, or more after them");
            }
        }
    }

    private static void readArray(JsonParser parser, Consumer<GraphItem> items) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                items.accept(ITEM.readValue(parser));
            } else {
                parser.skipChildren();
            }
        }
    }
}
