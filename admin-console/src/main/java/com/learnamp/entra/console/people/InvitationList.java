package com.learnamp.entra.console.people;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a list of invitations has, in which order. An index serves each. */
enum InvitationList {
    /** They leave by themselves: by the company's preference, or because somebody asked. */
    SCHEDULED(
            "i.state IN ('held', 'due', 'sending') AND " + Parts.WAITS + " AND NOT " + Parts.STAYS,
            "i.due_at",
            "i.user_id",
            false),
    /** Nobody has asked for theirs. */
    BY_HAND(
            Parts.WAITS + " AND (i.user_id IS NULL OR " + Parts.STAYS + ")",
            "u.created_at",
            "u.id",
            false),
    /** More would have left at once than the limit allows. */
    KEPT_BACK("i.state = 'kept_back' AND " + Parts.WAITS, "i.due_at", "i.user_id", false),
    SENT("i.state = 'sent'", "i.sent_at", "i.user_id", true),
    /** The mail server refused it again and again, or nobody knows whether it took it. */
    REFUSED("i.state IN ('refused', 'unknown') AND " + Parts.WAITS, "i.due_at", "i.user_id", false);

    /** Above it, lists are not counted. */
    static final int COUNTED = Search.COUNTED;

    private static final String FROM =
            """
             FROM learnamp.users u
            LEFT JOIN provisioning.invitations i ON i.company_id = u.company_id AND i.user_id = u.id
            """;

    private final String where;
    private final String at;
    private final String id;
    private final boolean newestFirst;

    InvitationList(String where, String at, String id, boolean newestFirst) {
        this.where = " WHERE " + where;
        this.at = at;
        this.id = id;
        this.newestFirst = newestFirst;
    }

    String code() {
        return StoredWords.of(this);
    }

    static Optional<InvitationList> ofCode(@Nullable String code) {
        return Stream.of(values()).filter(list -> list.code().equals(code)).findFirst();
    }

    /**
     * @param from null: at the start, where it also begins if the person is in no list any more
     */
    Search.Found find(StoreTransaction transaction, Search.@Nullable Cursor from)
            throws SQLException {
        Optional<Instant> begin =
                from == null
                        ? Optional.empty()
                        : transaction
                                .query(
                                        "SELECT " + at + " AS at" + FROM + " WHERE u.id = ?",
                                        row -> Optional.ofNullable(row.maybeInstant("at")),
                                        from.person())
                                .stream()
                                .findFirst()
                                .flatMap(found -> found);
        boolean backwards = begin.isPresent() && from != null && from.backwards();
        boolean falling = newestFirst != backwards;
        String direction = falling ? " DESC" : "";
        List<Object> parameters = new ArrayList<>();
        String beyond = "";
        if (begin.isPresent() && from != null) {
            beyond = " AND (%s, %s) %s (?, ?)".formatted(at, id, falling ? "<" : ">");
            parameters.add(begin.get());
            parameters.add(from.person());
        }
        List<Long> ids =
                transaction.query(
                        "SELECT u.id"
                                + FROM
                                + where
                                + beyond
                                + " ORDER BY %s%s, %s%s LIMIT %d"
                                        .formatted(at, direction, id, direction, Search.A_PAGE + 1),
                        row -> row.number("id"),
                        parameters.toArray());
        boolean more = ids.size() > Search.A_PAGE;
        List<Long> page = more ? ids.subList(0, Search.A_PAGE) : ids;
        return backwards
                ? new Search.Found(page.reversed(), more, true)
                : new Search.Found(page, begin.isPresent(), more);
    }

    /** How many are in it; one more than is counted means: more than that. */
    long count(StoreTransaction transaction) throws SQLException {
        return transaction
                .first(
                        "SELECT count(*) AS people FROM (SELECT"
                                + FROM
                                + where
                                + " LIMIT "
                                + (COUNTED + 1)
                                + ") AS found",
                        row -> row.number("people"))
                .orElseThrow();
    }

    private static final class Parts {

        /** Whoever is inside, or has left, gets no invitation any more. */
        static final String WAITS = "u.status IN ('not_invited', 'invite_scheduled')";

        /** As the sender sees it: once they are sent by hand, only what somebody asked for. */
        static final String STAYS =
                "coalesce(i.requested_by IS NULL AND i.state IN ('held', 'due') AND (SELECT"
                        + " bool_or(s.invitations = 'by_hand') FROM provisioning.integrations s),"
                        + " false)";

        private Parts() {}
    }
}
