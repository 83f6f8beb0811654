package com.learnamp.entra.console.page;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How templates write numbers. */
@TemplateExtension
final class Format {

    private Format() {}

    /** With thousands separators: 1,243. */
    static String grouped(Number number) {
        return String.format(Locale.UK, "%,d", number.longValue());
    }

    /** As part of an address. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
