package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.store.PhotoTransactions;
import com.learnamp.entra.photo.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the store has of people's photos, before Graph is asked. */
@ApplicationScoped
class KnownPhotos {

    private static final String KNOWN =
            """
            SELECT entry.object_id, person.status <> 'deactivated' AND entry.state = 'in_scope' AS active,
                   person.status = 'deactivated' AS deactivated,
                   photo.media_etag, coalesce(photo.state IN ('stored', 'refused'), false) AS settled,
                   coalesce(photo.state = 'none' AND photo.checked_at > now() - make_interval(secs => ?), false)
                       AS none_lately,
                   photo.avatar_hash, person.avatar_hash AS shown
            FROM provisioning.ledger AS entry
            JOIN learnamp.users AS person ON person.company_id = entry.company_id AND person.id = entry.user_id
            LEFT JOIN provisioning.photos AS photo
                   ON photo.company_id = entry.company_id AND photo.object_id = entry.object_id
            WHERE entry.company_id = ? AND entry.object_id = ANY (?)
            """;

    private final PhotoTransactions transactions;
    private final Duration noneFor;

    KnownPhotos(PhotoTransactions transactions, SyncConfig config) {
        this.transactions = transactions;
        this.noneFor = config.noneFor();
    }

    /** Of those among them who are users of the company; others are absent. */
    Map<PhotoLookup, StoredPhoto> of(List<PhotoLookup> lookups) {
        Map<PhotoLookup, StoredPhoto> known = new HashMap<>();
        Map<CompanyId, List<PhotoLookup>> byCompany =
                lookups.stream().collect(Collectors.groupingBy(PhotoLookup::company));
        byCompany.forEach((company, ofCompany) -> {
            Map<EntraObjectId, StoredPhoto> found = of(company, ofCompany);
            for (PhotoLookup lookup : ofCompany) {
                StoredPhoto photo = found.get(lookup.user());
                if (photo != null) {
                    known.put(lookup, photo);
                }
            }
        });
        return known;
    }

    /** Each look has a version, taken before its request is sent. */
    long nextVersion() {
        return transactions.onQueue(connection -> {
            try (PreparedStatement next =
                            connection.prepareStatement(
                                    "SELECT nextval('provisioning.photo_versions')");
                    ResultSet row = next.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private Map<EntraObjectId, StoredPhoto> of(CompanyId company, List<PhotoLookup> lookups) {
        return transactions.of(company, connection -> read(connection, company, lookups));
    }

    private Map<EntraObjectId, StoredPhoto> read(
            Connection connection, CompanyId company, List<PhotoLookup> lookups)
            throws SQLException {
        Map<EntraObjectId, StoredPhoto> found = new HashMap<>();
        UUID[] ids = lookups.stream().map(lookup -> lookup.user().value()).toArray(UUID[]::new);
        try (PreparedStatement query =
                        Sql.prepare(
                                connection,
                                KNOWN,
                                (double) noneFor.toSeconds(),
                                company.value(),
                                ids);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(
                        new EntraObjectId(rows.getObject("object_id", UUID.class)),
                        new StoredPhoto(
                                rows.getBoolean("active"),
                                rows.getBoolean("deactivated"),
                                rows.getString("media_etag"),
                                rows.getBoolean("settled"),
                                rows.getBoolean("none_lately"),
                                rows.getString("avatar_hash"),
                                rows.getString("shown")));
            }
        }
        return found;
    }
}
