package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoQueue;
import com.learnamp.entra.photo.store.PhotoTransactions;
import com.learnamp.entra.photo.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down the looks that change nobody: a batch in a few statements, and without the company's
 * lock, so that a round in which nothing changed is in no one's way.
 */
@ApplicationScoped
class RecordLooks {

    private static final String KEPT =
            """
            UPDATE provisioning.photos SET version = ?, checked_at = now()
            WHERE company_id = ? AND object_id = ANY (?) AND version < ?
            """;

    /** Where an avatar has been set meanwhile, a newer look has the word. */
    private static final String NONE =
            """
            INSERT INTO provisioning.photos AS known (company_id, object_id, version, state)
            SELECT l.company_id, l.object_id, ?, 'none' FROM provisioning.ledger l
            WHERE l.company_id = ? AND l.object_id = ANY (?)
            ON CONFLICT (company_id, object_id) DO UPDATE SET
                version = excluded.version, state = 'none', media_etag = NULL, refusal = NULL, checked_at = now()
            WHERE known.version < excluded.version AND known.avatar_hash IS NULL
            """;

    private static final String NO_REFUSALS =
            "DELETE FROM provisioning.attention WHERE company_id = ? AND object_id = ANY (?) AND reason = 'photo_refused'";

    private final PhotoTransactions transactions;
    private final PhotoQueue queue;
    private final PhotoFigures figures;

    RecordLooks(PhotoTransactions transactions, PhotoQueue queue, PhotoFigures figures) {
        this.transactions = transactions;
        this.queue = queue;
        this.figures = figures;
    }

    /**
     * @param kept whose avatars are Entra's photos already
     * @param none who have no photo, and no avatar of ours
     */
    void record(Collection<PhotoLookup> kept, Collection<PhotoLookup> none, long version) {
        Set<CompanyId> companies = new HashSet<>();
        kept.forEach(lookup -> companies.add(lookup.company()));
        none.forEach(lookup -> companies.add(lookup.company()));
        for (CompanyId company : companies) {
            List<PhotoLookup> keptHere = of(company, kept);
            List<PhotoLookup> noneHere = of(company, none);
            transactions.of(
                    company,
                    connection -> {
                        write(connection, company, keptHere, noneHere, version);
                        List<PhotoLookup> all = new ArrayList<>(keptHere);
                        all.addAll(noneHere);
                        count(connection, company, all);
                        queue.done(connection, all);
                        return true;
                    });
        }
    }

    private static void write(
            Connection connection,
            CompanyId company,
            List<PhotoLookup> kept,
            List<PhotoLookup> none,
            long version)
            throws SQLException {
        if (!kept.isEmpty()) {
            Sql.update(connection, KEPT, version, company.value(), objects(kept), version);
        }
        if (!none.isEmpty()) {
            Sql.update(connection, NONE, version, company.value(), objects(none));
            Sql.update(connection, NO_REFUSALS, company.value(), objects(none));
        }
    }

    private void count(Connection connection, CompanyId company, List<PhotoLookup> lookups)
            throws SQLException {
        Map<UUID, Integer> byRun = new HashMap<>();
        int outsideOfRuns = 0;
        for (PhotoLookup lookup : lookups) {
            if (lookup.run() == null) {
                outsideOfRuns++;
            } else {
                byRun.merge(lookup.run(), 1, Integer::sum);
            }
        }
        PhotoFigures.Kind unchanged = PhotoFigures.Kind.UNCHANGED;
        figures.count(connection, company, null, unchanged, outsideOfRuns);
        for (Map.Entry<UUID, Integer> run : byRun.entrySet()) {
            figures.count(connection, company, run.getKey(), unchanged, run.getValue());
        }
    }

    private static List<PhotoLookup> of(CompanyId company, Collection<PhotoLookup> lookups) {
        return lookups.stream().filter(lookup -> lookup.company().equals(company)).toList();
    }

    private static UUID[] objects(List<PhotoLookup> lookups) {
        return lookups.stream().map(lookup -> lookup.user().value()).toArray(UUID[]::new);
    }
}
