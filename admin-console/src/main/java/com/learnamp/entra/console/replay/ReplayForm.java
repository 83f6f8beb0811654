package com.learnamp.entra.console.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.replay.Replay.ReplayStart;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A replay as somebody enters it on the page, kept as it was entered.
 *
 * @param whose {@code one} company or {@code all}
 * @param from {@code start}, {@code time} or {@code place}
 * @param time in UTC, as browsers send it: 2026-11-30T17:00
 */
record ReplayForm(
        String whose,
        String company,
        String person,
        String into,
        String from,
        String time,
        String topic,
        String offset,
        String reason) {

    static final String ALL = "all";
    static final String TIME = "time";
    static final String PLACE = "place";

    private static final String ONE = "one";
    private static final String START = "start";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static ReplayForm of(MultivaluedMap<String, String> entered) {
        return new ReplayForm(
                entered(entered, "whose", ONE),
                entered(entered, "company", ""),
                entered(entered, "person", ""),
                entered(entered, "into", StoredWords.of(ReplayTarget.MAPPER)),
                entered(entered, "from", START),
                entered(entered, "fromTime", ""),
                entered(entered, "fromTopic", ""),
                entered(entered, "fromOffset", ""),
                entered(entered, "reason", ""));
    }

    /** The same once more. */
    static ReplayForm of(ReplayRow row) {
        Replay replay = row.replay();
        ReplayForm whole =
                new ReplayForm(
                        replay.company() == null ? ALL : ONE,
                        Objects.toString(replay.company(), ""),
                        Objects.toString(replay.person(), ""),
                        StoredWords.of(replay.target()),
                        START,
                        "",
                        "",
                        "",
                        row.reason());
        return switch (replay.start()) {
            case ReplayStart.Beginning nothing -> whole;
            case ReplayStart.At at ->
                    whole.from(
                            TIME,
                            LocalDateTime.ofInstant(at.time(), ZoneOffset.UTC).toString(),
                            "",
                            "");
            case ReplayStart.Offset place ->
                    whole.from(PLACE, "", place.topic(), Long.toString(place.offset()));
        };
    }

    /** What a program would send for it. */
    String body(boolean trial) {
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("allCompanies", whose.equals(ALL))
                        .put("into", into)
                        .put("trial", trial)
                        .put("reason", reason);
        if (!whose.equals(ALL) && !company.isEmpty()) {
            number(body, "company", company);
        }
        if (!person.isEmpty()) {
            body.put("person", person);
        }
        if (from.equals(TIME)) {
            body.put("fromTime", instant(time));
        }
        if (from.equals(PLACE)) {
            number(body.put("fromTopic", topic), "fromOffset", offset);
        }
        return body.toString();
    }

    /** As part of an address. */
    public String query() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("whose", whose);
        fields.put("company", company);
        fields.put("person", person);
        fields.put("into", into);
        fields.put("from", from);
        fields.put("fromTime", time);
        fields.put("fromTopic", topic);
        fields.put("fromOffset", offset);
        fields.put("reason", reason);
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private ReplayForm from(String kind, String at, String ofTopic, String place) {
        return new ReplayForm(whose, company, person, into, kind, at, ofTopic, place, reason);
    }

    private static String entered(
            MultivaluedMap<String, String> entered, String field, String otherwise) {
        return Objects.requireNonNullElse(entered.getFirst(field), otherwise)
                .replace("\0", "")
                .strip();
    }

    /** Whatever is no number is sent as it is, and refused. */
    private static void number(ObjectNode body, String field, String text) {
        if (NUMBER.matcher(text).matches()) {
            body.put(field, Long.parseLong(text));
        } else {
            body.put(field, text);
        }
    }

    /** Whatever is no time is sent as it is, and refused. */
    private static String instant(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
