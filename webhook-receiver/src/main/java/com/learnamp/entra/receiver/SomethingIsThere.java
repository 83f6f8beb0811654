package com.learnamp.entra.receiver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** True for any value but null and false, whatever its shape. */
final class SomethingIsThere extends StdDeserializer<Boolean> {

    private static final long serialVersionUID = 1L;

    SomethingIsThere() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        boolean there = parser.currentToken() != JsonToken.VALUE_FALSE;
        parser.skipChildren();
        return there;
    }

    @Override
    public Boolean getNullValue(DeserializationContext context) {
        return false;
    }
}
