package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of those of a batch who are new, and of those whose values would be cleared: if they
 * would go over the limit, all of the batch wait for a review.
 */
public final class GuardArrivals {

    private static final List<Kind> KINDS = List.of(Kind.CREATION, Kind.CLEARING);

    private static final String WITHHELD =
            """
            SELECT object_id, kind, state, approved, since FROM provisioning.withheld
            WHERE company_id = ? AND object_id = ANY (?) AND kind IN ('creation', 'clearing')
            """;

    /**
     * Something to do with somebody.
     *
     * @param userId null for somebody new
     */
    public record Wish(
            Kind kind,
            UUID object,
            @Nullable UUID run,
            @Nullable Long userId,
            String name,
            String email) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Wish[" + kind + ", " + object + "]";
        }
    }

    private record Key(Kind kind, UUID object) {}

    private final Instant now;
    private final Map<Key, Withheld> before = new HashMap<>();
    private final Map<Wish, Withheld.State> kept = new LinkedHashMap<>();
    private final Set<Key> keptKeys = new HashSet<>();
    private final Map<Kind, Long> letThrough = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> exceeded = new EnumMap<>(Kind.class);
    private GuardSettings settings = GuardSettings.NO_GUARD;

    private GuardArrivals(Instant now) {
        this.now = now;
    }

    /**
     * @param concerned everybody of the batch
     * @param confirmed whether an admin has said yes to all of it beforehand, by a preview
     */
    public static GuardArrivals of(
            CompanyTransaction transaction,
            Collection<UUID> concerned,
            List<Wish> wishes,
            boolean confirmed,
            Instant now)
            throws SQLException {
        GuardArrivals guard = new GuardArrivals(now);
        guard.readWithheld(transaction, concerned);
        if (!confirmed && !wishes.isEmpty()) {
            guard.settings = GuardSettings.of(transaction);
            for (Kind kind : KINDS) {
                guard.decide(
                        transaction,
                        kind,
                        wishes.stream().filter(wish -> wish.kind() == kind).toList());
            }
        }
        return guard;
    }

    private void readWithheld(CompanyTransaction transaction, Collection<UUID> concerned)
            throws SQLException {
        transaction.query(
                WITHHELD,
                row ->
                        before.put(
                                new Key(
                                        Kind.of(row.getString("kind")),
                                        row.getObject("object_id", UUID.class)),
                                new Withheld(
                                        Withheld.State.of(row.getString("state")),
                                        row.getBoolean("approved"),
                                        row.getTimestamp("since").toInstant(),
                                        null)),
                transaction.company(),
                concerned.toArray(UUID[]::new));
    }

    private void decide(CompanyTransaction transaction, Kind kind, List<Wish> wishes)
            throws SQLException {
        List<Wish> fresh = new ArrayList<>();
        for (Wish wish : wishes) {
            @Nullable Withheld known = before.get(new Key(kind, wish.object()));
            if (known == null) {
                fresh.add(wish);
            } else if (!known.approved()) {
                keep(wish, known.state());
            }
        }
        @Nullable Long most = Brake.exceeded(transaction, settings, kind, fresh.size(), now);
        if (most == null) {
            letThrough.put(kind, (long) fresh.size());
        } else {
            exceeded.put(kind, most);
            fresh.forEach(wish -> keep(wish, Withheld.State.REVIEW));
        }
    }

    private void keep(Wish wish, Withheld.State state) {
        kept.put(wish, state);
        keptKeys.add(new Key(wish.kind(), wish.object()));
    }

    public boolean keeps(Kind kind, UUID object) {
        return keptKeys.contains(new Key(kind, object));
    }

    /** Whether an admin has approved that somebody new is created. */
    public boolean approved(UUID object) {
        @Nullable Withheld known = before.get(new Key(Kind.CREATION, object));
        return known != null && known.approved();
    }

    /**
     * @param concerned everybody about whom something newer is known now
     */
    public void save(CompanyTransaction transaction, Collection<UUID> concerned)
            throws SQLException {
        for (Kind kind : KINDS) {
            SaveWithheld.settle(
                    transaction,
                    kind,
                    concerned.stream()
                            .filter(object -> before.containsKey(new Key(kind, object)))
                            .filter(object -> !keeps(kind, object))
                            .toList());
            SaveWithheld.keepBack(transaction, kind, rows(transaction, kind));
            Brake.count(transaction, kind, letThrough.getOrDefault(kind, 0L), now);
        }
    }

    private List<Map<String, Object>> rows(CompanyTransaction transaction, Kind kind)
            throws SQLException {
        @Nullable Long most = exceeded.get(kind);
        @Nullable UUID review =
                most == null
                        ? null
                        : Review.open(
                                transaction,
                                kind,
                                Review.Cause.OVER_LIMIT,
                                most,
                                settings.window(),
                                now);
        List<Map<String, Object>> rows = new ArrayList<>();
        kept.forEach((wish, state) -> {
            if (wish.kind() == kind) {
                rows.add(row(wish, state, review));
            }
        });
        return rows;
    }

    private Map<String, Object> row(Wish wish, Withheld.State state, @Nullable UUID review) {
        @Nullable Withheld known = before.get(new Key(wish.kind(), wish.object()));
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", wish.object());
        row.put("state", state.label());
        row.put("review_id", known == null ? review : null);
        row.put("user_id", wish.userId());
        row.put("name", wish.name());
        row.put("email", wish.email());
        row.put("reason", wish.kind() == Kind.CREATION ? "new" : "cleared");
        row.put("run_id", wish.run());
        row.put("since", known == null ? now : known.since());
        return row;
    }
}
