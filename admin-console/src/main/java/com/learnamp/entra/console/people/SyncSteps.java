package com.learnamp.entra.console.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.learnamp.entra.console.changes.Change;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the sync of one person has come.
 *
 * @param since names the sync
 * @param steps that are done, and the one that is waited for
 */
record SyncSteps(String since, boolean finished, List<Step> steps) {

    /** A station, in its order. */
    enum Station {
        READ,
        WRITTEN,
        PHOTO;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    enum Outcome {
        WAITING,
        /** Microsoft has not answered; it is asked again. */
        TRYING_AGAIN,
        DONE,
        UNCHANGED,
        CHANGED,
        NOT_IN_THE_GROUP,
        KEPT_BACK,
        NEEDS_ATTENTION;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param at when; null while it is waited for, and of Entra's answer where only its effect is
     *     known
     * @param fields that were changed, by the API's names
     */
    record Step(Station station, Outcome outcome, @Nullable Instant at, List<String> fields) {

        Step {
            fields = List.copyOf(fields);
        }

        @JsonIgnore
        boolean isDone() {
            return outcome != Outcome.WAITING && outcome != Outcome.TRYING_AGAIN;
        }
    }

    private static final String NOW =
            """
            SELECT l.epoch, l.counter, l.state, l.changed_at, u.change_counter, i.sync_photos,
                   coalesce(p.version, 0) AS photo, p.checked_at, f.attempts, f.epoch AS read_epoch,
                   f.counter AS read_counter, f.read_at,
                   EXISTS (SELECT FROM provisioning.attention a WHERE a.object_id = l.object_id) AS attention,
                   EXISTS (SELECT FROM provisioning.withheld w
                           WHERE w.company_id = l.company_id AND w.object_id = l.object_id
                             AND w.state IN ('grace', 'review', 'held', 'rejected')) AS kept_back
            FROM provisioning.ledger l
            JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            JOIN provisioning.integrations i ON i.company_id = l.company_id
            LEFT JOIN provisioning.photos p ON p.company_id = l.company_id AND p.object_id = l.object_id
            CROSS JOIN LATERAL directory.look_at(l.object_id) f
            WHERE l.user_id = ?
            """;

    SyncSteps {
        steps = List.copyOf(steps);
    }

    static Optional<SyncStart> begin(StoreTransaction transaction, long person)
            throws SQLException {
        return transaction.first(
                NOW,
                row ->
                        new SyncStart(
                                row.number("epoch"),
                                row.number("counter"),
                                row.number("change_counter"),
                                row.number("photo")),
                person);
    }

    /**
     * @return empty if the person is not followed any more
     */
    static Optional<SyncSteps> read(StoreTransaction transaction, long person, SyncStart start)
            throws SQLException {
        List<String> fields = new ArrayList<>();
        for (Change change : History.ofPerson(transaction, person, 5)) {
            if (change.number() > start.change()) {
                change.differences().forEach(difference -> fields.add(difference.field()));
            }
        }
        return transaction.first(NOW, row -> of(row, start, fields), person);
    }

    private static SyncSteps of(StoredRow row, SyncStart start, List<String> fields)
            throws SQLException {
        boolean written = start.isBefore(row.number("epoch"), row.number("counter"));
        boolean read =
                written || start.isBefore(row.number("read_epoch"), row.number("read_counter"));
        List<Step> steps = new ArrayList<>();
        steps.add(read ? read(row) : waiting(Station.READ, row.number("attempts") > 0));
        if (read) {
            steps.add(written ? written(row, fields) : waiting(Station.WRITTEN, false));
        }
        if (written && row.truth("sync_photos") && row.text("state").equals("in_scope")) {
            steps.add(
                    row.number("photo") > start.photo()
                            ? photo(row, fields)
                            : waiting(Station.PHOTO, false));
        }
        return new SyncSteps(start.text(), steps.getLast().isDone() && written, steps);
    }

    private static Step waiting(Station station, boolean again) {
        return new Step(station, again ? Outcome.TRYING_AGAIN : Outcome.WAITING, null, List.of());
    }

    private static Step read(StoredRow row) throws SQLException {
        return new Step(Station.READ, Outcome.DONE, row.maybeInstant("read_at"), List.of());
    }

    private static Step photo(StoredRow row, List<String> fields) throws SQLException {
        return new Step(
                Station.PHOTO,
                fields.contains("avatar") ? Outcome.CHANGED : Outcome.UNCHANGED,
                row.maybeInstant("checked_at"),
                List.of());
    }

    private static Step written(StoredRow row, List<String> fields) throws SQLException {
        List<String> written = fields.stream().filter(field -> !field.equals("avatar")).toList();
        return new Step(
                Station.WRITTEN, outcome(row, written), row.maybeInstant("changed_at"), written);
    }

    private static Outcome outcome(StoredRow row, List<String> written) throws SQLException {
        if (row.truth("kept_back")) {
            return Outcome.KEPT_BACK;
        }
        if (row.truth("attention")) {
            return Outcome.NEEDS_ATTENTION;
        }
        if (row.text("state").equals("out_of_scope")) {
            return Outcome.NOT_IN_THE_GROUP;
        }
        return written.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    }
}
