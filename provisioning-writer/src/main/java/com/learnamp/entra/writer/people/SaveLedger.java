package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes what the ledger has learnt. */
public final class SaveLedger {

    private static final String UPSERT =
            """
            INSERT INTO provisioning.ledger (
                company_id, object_id, epoch, counter, state, user_id, manager_reading, manager_object_id, written,
                observed_at, changed_at, claimed_email, seen_revision)
            SELECT ?, r.object_id, r.epoch, r.counter, r.state, r.user_id, r.manager_reading, r.manager_object_id,
                   r.written, r.observed_at, ?, r.claimed_email, r.seen_revision
            FROM jsonb_to_recordset(?::jsonb) AS r(
                object_id uuid, epoch bigint, counter bigint, state text, user_id bigint, manager_reading text,
                manager_object_id uuid, written jsonb, observed_at timestamptz, claimed_email text,
                seen_revision bigint)
            ON CONFLICT (company_id, object_id) DO UPDATE
            SET epoch = excluded.epoch, counter = excluded.counter, state = excluded.state,
                user_id = excluded.user_id, manager_reading = excluded.manager_reading,
                manager_object_id = excluded.manager_object_id, written = excluded.written,
                observed_at = excluded.observed_at, changed_at = excluded.changed_at,
                claimed_email = excluded.claimed_email, seen_revision = excluded.seen_revision
            """;

    /** Beforehand, so that the new object can be bound to whom the old one was. */
    private static final String RELEASE =
            "UPDATE provisioning.ledger SET user_id = NULL WHERE company_id = ? AND object_id = ANY"
                    + " (?)";

    private SaveLedger() {}

    /** Of everybody of whom something newer is known now. */
    public static void save(CompanyTransaction transaction, People people, Instant now)
            throws SQLException {
        List<UUID> released = people.released();
        if (!released.isEmpty()) {
            transaction.update(RELEASE, transaction.company(), released.toArray(UUID[]::new));
        }
        List<LedgerEntry> changed = people.changedLedger();
        if (!changed.isEmpty()) {
            transaction.update(
                    UPSERT,
                    transaction.company(),
                    now,
                    Json.of(changed.stream().map(SaveLedger::row).toList()));
        }
    }

    private static Map<String, Object> row(LedgerEntry entry) {
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", entry.object());
        row.put("epoch", entry.version().epoch());
        row.put("counter", entry.version().counter());
        row.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        row.put("user_id", entry.userId());
        row.put("manager_reading", reading(entry.manager()));
        row.put(
                "manager_object_id",
                entry.manager() instanceof ManagerReading.Is is ? is.manager().value() : null);
        row.put("written", entry.written());
        row.put("observed_at", entry.observedAt());
        row.put("claimed_email", entry.claimedEmail());
        row.put("seen_revision", entry.seenRevision());
        return row;
    }

    private static String reading(ManagerReading reading) {
        return switch (reading) {
            case ManagerReading.NotRead notRead -> "not_read";
            case ManagerReading.None none -> "none";
            case ManagerReading.Is is -> "is";
        };
    }
}
