package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.LookUp;
import com.learnamp.entra.graph.UserSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * New members of groups are ids of whatever type: people are looked up, groups are listed, devices
 * and the like are nobody's business.
 */
@ApplicationScoped
class TypeMembers {

    private static final int AT_ONCE = 1000;
    private static final String USER = "#microsoft.graph.user";
    private static final String GROUP = "#microsoft.graph.group";

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Listings listings;
    private final ListingConfig config;
    private final Clock clock;

    TypeMembers(
            DirectoryStore store,
            PendingLookUps pending,
            Listings listings,
            ListingConfig config,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.listings = listings;
        this.config = config;
        this.clock = clock;
    }

    void typeDue(
            Lease lease,
            GraphDirectory graph,
            List<IntegrationSettings> companies,
            RereadPlan plan) {
        Instant now = clock.instant();
        List<PendingLookUp> untyped =
                store.transaction(
                        connection -> pending.dueUntyped(connection, lease.tenant(), now, AT_ONCE));
        if (untyped.isEmpty()) {
            return;
        }
        Map<UUID, String> types =
                types(graph, untyped.stream().map(row -> row.object().value()).toList());
        List<EntraObjectId> people = new ArrayList<>();
        Map<PendingLookUp, Fate> fates = new HashMap<>();
        boolean nested = false;
        for (PendingLookUp row : untyped) {
            String type = types.getOrDefault(row.object().value(), "");
            switch (type) {
                case USER -> people.add(row.object());
                case "" -> fates.put(row, plan.after(row, false, false, false, now));
                default -> fates.put(row, Fate.DONE);
            }
            nested |= type.equals(GROUP);
        }
        settle(lease, people, fates, nested ? companies : List.of());
    }

    /** By Microsoft's pages the one question needs more rights than people and groups alone do. */
    private static Map<UUID, String> types(GraphDirectory graph, List<UUID> objects) {
        try {
            return graph.types(objects);
        } catch (GraphException refused) {
            return switch (refused.category()) {
                case CONSENT_MISSING, FORBIDDEN, REFUSED -> oneByOne(graph, objects);
                default -> throw refused;
            };
        }
    }

    /** Whoever is no person may be a group; what is neither is as unknown as what is not there. */
    private static Map<UUID, String> oneByOne(GraphDirectory graph, List<UUID> objects) {
        Map<UUID, String> types = new HashMap<>();
        for (int from = 0; from < objects.size(); from += ReadUsers.AT_ONCE) {
            List<UUID> some =
                    objects.subList(from, Math.min(from + ReadUsers.AT_ONCE, objects.size()));
            for (LookUp found : graph.lookUp(some, List.of(), UserSelection.standard())) {
                switch (found) {
                    case LookUp.Found person -> types.put(found.user(), USER);
                    case LookUp.NotFound nobody -> {
                        if (graph.group(found.user()).isPresent()) {
                            types.put(found.user(), GROUP);
                        }
                    }
                    case LookUp.Failed failed -> throw failed.reason();
                }
            }
        }
        return types;
    }

    private void settle(
            Lease lease,
            List<EntraObjectId> people,
            Map<PendingLookUp, Fate> fates,
            List<IntegrationSettings> toList) {
        Instant now = clock.instant();
        store.under(
                lease,
                connection -> {
                    pending.typed(connection, lease.tenant(), people);
                    pending.settle(connection, lease.tenant(), fates);
                    for (IntegrationSettings company : toList) {
                        listings.queueGroupChange(
                                connection, company, now, now.plus(config.groupChangeDelay()));
                    }
                    return people.size();
                });
    }
}
