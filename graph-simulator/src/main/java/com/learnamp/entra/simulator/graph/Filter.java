package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few filters that are answered; any other is refused rather than ignored. */
final class Filter {

    private static final Pattern EQUALS =
            Pattern.compile("\\s*(\\w+)\\s+eq\\s+(?:'((?:[^']|'')*)'|(true|false|null))\\s*");
    private static final Pattern IN = Pattern.compile("\\s*(\\w+)\\s+in\\s+\\((.*)\\)\\s*");
    private static final Pattern STARTS =
            Pattern.compile(
                    "\\s*startsWith\\((\\w+),\\s*'((?:[^']|'')*)'\\)\\s*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OR = Pattern.compile("\\s+or\\s+");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");

    private Filter() {}

    static Predicate<Entry> of(String text, ObjectKind kind) {
        List<Predicate<Entry>> alternatives = new ArrayList<>();
        for (String term : OR.split(text)) {
            alternatives.add(term(term, kind));
        }
        return entry -> alternatives.stream().anyMatch(wanted -> wanted.test(entry));
    }

    private static Predicate<Entry> term(String term, ObjectKind kind) {
        Matcher equals = EQUALS.matcher(term);
        if (equals.matches()) {
            String literal = equals.group(3);
            String value = literal == null ? unquoted(equals.group(2)) : literal;
            return matching(equals.group(1), Set.of(value), kind);
        }
        Matcher in = IN.matcher(term);
        if (in.matches()) {
            return matching(in.group(1), Set.copyOf(quoted(in.group(2))), kind);
        }
        Matcher starts = STARTS.matcher(term);
        if (starts.matches() && kind.knows(starts.group(1))) {
            String prefix = unquoted(starts.group(2));
            return entry ->
                    String.valueOf(entry.object().value(starts.group(1)))
                            .regionMatches(true, 0, prefix, 0, prefix.length());
        }
        throw GraphProblem.unsupported("Unsupported or invalid query filter clause specified.");
    }

    private static Predicate<Entry> matching(String name, Set<String> values, ObjectKind kind) {
        if (!name.equals("id") && !kind.knows(name)) {
            throw GraphProblem.unsupported("Unsupported or invalid query filter clause specified.");
        }
        return entry -> {
            String actual = String.valueOf(entry.object().value(name));
            return values.stream().anyMatch(actual::equalsIgnoreCase);
        };
    }

    /** The ids of {@code id eq '1' or id eq '2'}: the one filter that delta knows. */
    static Set<String> ids(String text) {
        Set<String> ids = new java.util.LinkedHashSet<>();
        for (String term : OR.split(text)) {
            Matcher equals = EQUALS.matcher(term);
            if (!equals.matches() || !equals.group(1).equals("id") || equals.group(2) == null) {
                throw GraphProblem.unsupported("Only a filter by id is supported for delta.");
            }
            ids.add(equals.group(2).toLowerCase(java.util.Locale.ROOT));
        }
        return ids;
    }

    private static List<String> quoted(String list) {
        return QUOTED.matcher(list).results().map(result -> unquoted(result.group(1))).toList();
    }

    private static String unquoted(String text) {
        return text.replace("''", "'");
    }
}
