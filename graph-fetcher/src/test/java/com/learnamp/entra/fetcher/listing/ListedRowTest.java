package com.learnamp.entra.fetcher.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedRowTest {

    private static final Instant NOW = Instant.parse("2026-11-24T11:50:00Z");
    private static final Duration STALENESS = Duration.ofMinutes(15);
    private static final Version SCOPE = new Version(1, 10);
    private static final Version PAGE = new Version(1, 20);
    private static final EntraObjectId ID = new EntraObjectId(new UUID(1, 1));

    @Test
    void whoeverIsNotKnownIsPublished() {
        assertThat(ListedRow.decide(Optional.empty(), hash("aa"), SCOPE, PAGE, NOW, STALENESS))
                .isEqualTo(ListedRow.Decision.PUBLISH);
    }

    @ParameterizedTest
    @CsvSource({
        // state,   same content, version, live read minutes ago, decision
        "IN_SCOPE, true,   5, ,   PUBLISH",
        "IN_SCOPE, false,  5, ,   PUBLISH",
        "IN_SCOPE, true,   5, 1,  PUBLISH",
        "IN_SCOPE, false,  5, 1,  LOOK_UP",
        "IN_SCOPE, false,  5, 16, PUBLISH",
        "DEPARTED, true,   5, ,   PUBLISH",
        "DEPARTED, true,   5, 1,  LOOK_UP",
        "DEPARTED, true,   5, 16, PUBLISH",
        // He left after it was read that he is in scope, however long the listing takes.
        "DEPARTED, true,  15, 16, LOOK_UP",
        "DEPARTED, true,  25, 16, LOOK_UP",
        // Something newer than the page was told.
        "IN_SCOPE, true,  25, 1,  SKIP",
        "IN_SCOPE, false, 25, 1,  LOOK_UP",
        "IN_SCOPE, true,  15, 1,  PUBLISH",
    })
    void aLookUpOfLateKnowsBetter(
            RosterEntry.State state,
            boolean same,
            long counter,
            @Nullable Integer liveMinutesAgo,
            ListedRow.Decision expected) {
        RosterEntry known =
                new RosterEntry(
                        new RosterKey(new CompanyId(1), ID),
                        ID,
                        state,
                        new Version(1, counter),
                        1,
                        hash(same ? "aa" : "bb"),
                        null,
                        NOW,
                        liveMinutesAgo == null
                                ? null
                                : NOW.minus(Duration.ofMinutes(liveMinutesAgo)));

        assertThat(ListedRow.decide(Optional.of(known), hash("aa"), SCOPE, PAGE, NOW, STALENESS))
                .isEqualTo(expected);
    }

    private static ContentHash hash(String hex) {
        return new ContentHash(hex);
    }
}
