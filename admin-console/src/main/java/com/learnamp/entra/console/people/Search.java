package com.learnamp.entra.console.people;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows: people whose name, address or department has all the words, of a status, in
 * the order of their names, from one person on or up to one. An index serves each, so a page deep
 * in is as fast as the first.
 *
 * @param status empty: all of them
 * @param from where the page begins; null at the start
 */
record Search(String text, Optional<UserStatus> status, @Nullable Cursor from) {

    static final int A_PAGE = 50;
    static final int COUNTED = 20_000;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    private static final String KEY =
            "SELECT last_name, first_name, id FROM learnamp.people_by_name WHERE id = ?";

    /**
     * @param backwards up to this person, himself not included; else from him on
     */
    record Cursor(long person, boolean backwards) {}

    /** The people of a page, and whether there are more on either side. */
    record Found(List<Long> people, boolean before, boolean after) {}

    static Search of(
            @Nullable String q,
            @Nullable String status,
            @Nullable Long after,
            @Nullable Long before) {
        String text = q == null ? "" : q.strip().replace("\0", "");
        return new Search(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                Optional.ofNullable(status).flatMap(UserStatus::ofCode),
                after != null
                        ? new Cursor(after, false)
                        : before != null ? new Cursor(before, true) : null);
    }

    boolean isTooShort() {
        return !text.isEmpty() && text.length() < SHORTEST;
    }

    String statusCode() {
        return status.map(UserStatus::code).orElse("");
    }

    Found find(StoreTransaction transaction) throws SQLException {
        boolean backwards = from != null && from.backwards();
        Conditions conditions = conditions();
        boolean fromSomebody = from != null && conditions.from(transaction, from);
        List<Long> ids =
                transaction.query(
                        "SELECT id FROM learnamp.people_by_name"
                                + conditions.where()
                                + (backwards
                                        ? " ORDER BY last_name DESC, first_name DESC, id DESC"
                                        : " ORDER BY last_name, first_name, id")
                                + " LIMIT "
                                + (A_PAGE + 1),
                        row -> row.number("id"),
                        conditions.parameters());
        boolean more = ids.size() > A_PAGE;
        List<Long> page = more ? ids.subList(0, A_PAGE) : ids;
        return backwards
                ? new Found(page.reversed(), more, true)
                : new Found(page, fromSomebody, more);
    }

    /** How many there are; one more than is counted means: more than that. */
    long count(StoreTransaction transaction) throws SQLException {
        Conditions conditions = conditions();
        return transaction
                .first(
                        "SELECT count(*) AS people FROM (SELECT FROM learnamp.people_by_name"
                                + conditions.where()
                                + " LIMIT "
                                + (COUNTED + 1)
                                + ") AS found",
                        row -> row.number("people"),
                        conditions.parameters())
                .orElseThrow();
    }

    private Conditions conditions() {
        Conditions conditions = new Conditions();
        status.ifPresent(one -> conditions.add("status = ?", one.code()));
        if (!text.isEmpty()) {
            List.of(text.split("\\s+")).stream()
                    .limit(MOST_WORDS)
                    .forEach(word ->
                            conditions.add(
                                    "words LIKE '%' || lower(? COLLATE pg_c_utf8) || '%'",
                                    word.replaceAll("([\\\\%_])", "\\\\$1")));
        }
        return conditions;
    }

    /** What must hold, with its parameters. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        void add(String text, Object... values) {
            texts.add(text);
            parameters.addAll(List.of(values));
        }

        /**
         * @return whether there is such a person; without him the list begins at its start
         */
        boolean from(StoreTransaction transaction, Cursor cursor) throws SQLException {
            return transaction
                    .first(
                            KEY,
                            row -> {
                                add(
                                        "(last_name, first_name, id) "
                                                + (cursor.backwards() ? "<" : ">")
                                                + " (?, ?, ?)",
                                        row.text("last_name"),
                                        row.text("first_name"),
                                        row.number("id"));
                                return true;
                            },
                            cursor.person())
                    .orElse(false);
        }

        String where() {
            return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
        }

        Object[] parameters() {
            return parameters.toArray();
        }
    }
}
