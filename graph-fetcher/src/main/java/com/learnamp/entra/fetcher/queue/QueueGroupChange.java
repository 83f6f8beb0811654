package com.learnamp.entra.fetcher.queue;

import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A changed group: whom it concerns is found in the stored closure; Graph is not asked. */
@ApplicationScoped
class QueueGroupChange {

    private final SettingsTable settings;
    private final Closure closure;
    private final Listings listings;
    private final ListingConfig config;
    private final Clock clock;

    QueueGroupChange(
            SettingsTable settings,
            Closure closure,
            Listings listings,
            ListingConfig config,
            Clock clock) {
        this.settings = settings;
        this.closure = closure;
        this.listings = listings;
        this.config = config;
        this.clock = clock;
    }

    /** Queues the listings that follow, and answers with the look-ups that follow. */
    List<Hint> hints(Connection connection, GroupChanged change) throws SQLException {
        List<IntegrationSettings> concerned = concerned(connection, change);
        if (concerned.isEmpty()) {
            return List.of();
        }
        Set<EntraObjectId> members = new HashSet<>(change.added());
        members.addAll(change.removed());
        return switch (GroupHint.decide(
                change, closure.among(connection, change.tenant(), members))) {
            case GroupHint.ListAnew anew -> {
                Instant now = clock.instant();
                for (IntegrationSettings company : concerned) {
                    listings.queueGroupChange(
                            connection, company, now, now.plus(config.groupChangeDelay()));
                }
                yield List.of();
            }
            case GroupHint.Members single -> hints(change, single);
        };
    }

    private List<IntegrationSettings> concerned(Connection connection, GroupChanged change)
            throws SQLException {
        Set<CompanyId> nesting = closure.companies(connection, change.tenant(), change.group());
        return settings.ofTenant(change.tenant()).stream()
                .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                .filter(company ->
                        company.group().equals(change.group())
                                || nesting.contains(company.company()))
                .toList();
    }

    private List<Hint> hints(GroupChanged change, GroupHint.Members members) {
        List<Hint> hints = new ArrayList<>();
        members.added().forEach(member -> hints.add(hint(change, member, Hint.Kind.UNTYPED)));
        members.removed().forEach(member -> hints.add(hint(change, member, Hint.Kind.USER)));
        return hints;
    }

    private Hint hint(GroupChanged change, EntraObjectId member, Hint.Kind kind) {
        return new Hint(
                change.tenant(),
                member,
                kind,
                Origin.Cause.NOTIFICATION,
                null,
                change.receivedAt(),
                clock.instant());
    }
}
