package com.learnamp.entra.console.page;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where to go next, as a form or an address says it: only to ourselves, whatever is written there.
 */
public final class LocalPath {

    /** One slash, then nothing that a browser might take for another host. */
    private static final Pattern FORM =
            Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,1000}");

    private LocalPath() {}

    public static URI orStart(Optional<String> path) {
        return path.filter(text -> FORM.matcher(text).matches())
                .flatMap(LocalPath::parse)
                .orElse(URI.create("/"));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
