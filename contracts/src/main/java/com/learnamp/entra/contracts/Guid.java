package com.learnamp.entra.contracts;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * GUIDs as Microsoft writes them; {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}.
 */
final class Guid {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    static UUID parse(String text) {
        String trimmed = text.strip();
        if (!FORM.matcher(trimmed).matches()) {
            throw new IllegalArgumentException(
                    "not a GUID of the form 00000000-0000-0000-0000-000000000000");
        }
        return UUID.fromString(trimmed);
    }
}
