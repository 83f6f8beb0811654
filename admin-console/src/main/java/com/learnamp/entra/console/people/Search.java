package com.learnamp.entra.console.people;

import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows: a part of a name, address or department, a status, and where it begins. By
 * id, so that a page deep in is as fast as the first.
 */
record Search(String text, String status, long after) {

    static final int A_PAGE = 50;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private static final String PEOPLE =
            """
            SELECT id, first_name, last_name, email, department, job_title, status, integration_external_id
            FROM learnamp.users WHERE id > ?
            """;

    static Search of(@Nullable String q, @Nullable String status, @Nullable String after) {
        String text = q == null ? "" : q.strip().replace("\0", "");
        return new Search(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                status != null && StatusChoice.isOne(status) ? status : "",
                after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0);
    }

    boolean tooShort() {
        return !text.isEmpty() && text.length() < SHORTEST;
    }

    /** One more than a page, if there are so many. */
    List<PersonRow> run(StoreTransaction transaction) throws SQLException {
        if (tooShort()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder(PEOPLE);
        List<Object> parameters = new ArrayList<>();
        parameters.add(after);
        if (!status.isEmpty()) {
            sql.append(" AND status = ?");
            parameters.add(status);
        }
        for (String word : words()) {
            sql.append(
                    " AND (lower(first_name) LIKE ? OR lower(last_name) LIKE ? OR email LIKE ? OR lower(department) LIKE ?)");
            parameters.addAll(List.of(word, word, word, word));
        }
        sql.append(" ORDER BY id LIMIT ").append(A_PAGE + 1);
        return transaction.query(sql.toString(), PersonRow::of, parameters.toArray());
    }

    private List<String> words() {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("\\s+")).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .map(word -> word.replaceAll("([\\\\%_])", "\\\\$1"))
                        .map(word -> "%" + word + "%")
                        .toList();
    }
}
