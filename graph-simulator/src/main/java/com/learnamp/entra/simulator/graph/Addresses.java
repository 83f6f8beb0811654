package com.learnamp.entra.simulator.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes Graph's addresses, which may be spelt in several ways. */
final class Addresses {

    private static final Pattern KEY = Pattern.compile("(\\w+)\\('?([^')]*)'?\\)");

    private Addresses() {}

    /**
     * Segments in one spelling: {@code delta}, {@code delta()} and {@code microsoft.graph.delta}
     * become {@code delta}; a cast becomes {@code graph.user}; {@code users('1')} becomes two.
     */
    static List<String> path(String raw) {
        List<String> segments = new ArrayList<>();
        for (String part : raw.split("/")) {
            if (!part.isEmpty()) {
                addSegment(segments, decode(part));
            }
        }
        return segments;
    }

    private static void addSegment(List<String> segments, String segment) {
        String bare = segment.endsWith("()") ? segment.substring(0, segment.length() - 2) : segment;
        String name = bare.replaceFirst("^(microsoft\\.)?graph\\.", "graph.");
        Matcher keyed = KEY.matcher(name);
        if (keyed.matches()) {
            segments.add(keyed.group(1));
            segments.add(keyed.group(2));
        } else if (Operation.FUNCTIONS.contains(name.replaceFirst("^graph\\.", ""))) {
            segments.add(name.replaceFirst("^graph\\.", ""));
        } else {
            segments.add(name);
        }
    }

    /** Query options by their names in small letters; the dollar sign is optional in v1.0. */
    static Map<String, String> query(String raw) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                options.put(name.replaceFirst("^\\$", "").toLowerCase(Locale.ROOT), value);
            }
        }
        return options;
    }

    /** An address with the given options, for the client to follow as it is. */
    static String write(String base, List<String> path, Map<String, String> options) {
        StringBuilder address = new StringBuilder(base);
        path.forEach(segment -> address.append('/').append(segment.replace(" ", "%20")));
        char separator = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            address.append(separator)
                    .append('$')
                    .append(option.getKey())
                    .append('=')
                    .append(URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return address.toString();
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw GraphProblem.badRequest("The request URI is malformed.");
        }
    }
}
