package com.learnamp.entra.store.migrate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in a migration a version of the services that does not know it would stumble over. */
final class Contraction {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** With a word why it may be done now. */
    private static final Pattern SAID = Pattern.compile("(?m)^-- contracts: \\S+.*$");

    private static final Pattern TAKES_AWAY =
            Pattern.compile(
                    "drop table\\s.*|drop column\\s.*|drop view\\s.*|drop schema\\s.*|rename\\s.*"
                            + "|set not null|alter column \\S+ type\\s.*|revoke(?! execute on function)\\s.*"
                            + "|add column(?![^,;]*\\bdefault\\b)[^,;]*\\bnot null\\b.*");
    private static final Pattern TAKES_FUNCTION =
            Pattern.compile(
                    "(?:drop function (?:if exists )?|revoke execute on function )([\\w.]+)");
    private static final Pattern ADDS_CONSTRAINT =
            Pattern.compile("add constraint ([\\w.]+)|create unique index (?:\\w+) on ([\\w.]+)");

    private Contraction() {}

    /** Statements that take away or tighten, unless the migration says why it may. */
    static List<String> unsaid(String migration) {
        if (SAID.matcher(migration).find()) {
            return List.of();
        }
        String sql =
                COMMENT.matcher(migration)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ");
        return Stream.of(
                        found(TAKES_AWAY, sql, statement -> true),
                        found(TAKES_FUNCTION, sql, madeAnew(sql)),
                        found(ADDS_CONSTRAINT, sql, widened(sql)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> found(Pattern pattern, String sql, Predicate<MatchResult> counts) {
        return pattern.matcher(sql).results().filter(counts).map(MatchResult::group).toList();
    }

    private static Predicate<MatchResult> madeAnew(String sql) {
        return dropped ->
                !sql.matches(
                        ".*function " + Pattern.quote(dropped.group(1)) + " ?\\(.* returns .*");
    }

    /** A constraint that takes another's place, or an index of a new table, excludes no old row. */
    private static Predicate<MatchResult> widened(String sql) {
        return added ->
                added.group(1) == null
                        ? !sql.contains("create table " + added.group(2))
                        : !sql.contains("drop constraint " + added.group(1));
    }
}
