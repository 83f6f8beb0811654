package com.learnamp.entra.fetcher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupHintTest {

    private static final List<EntraObjectId> NONE = List.of();

    @Test
    void singleMembersAreLookedUp() {
        assertThat(decide(ChangeType.UPDATED, people(2), people(1), Set.of()))
                .isEqualTo(new GroupHint.Members(people(2), people(1)));
    }

    @Test
    void aNestedGroupOnEitherSideMeansAListing() {
        assertThat(decide(ChangeType.UPDATED, people(2), NONE, Set.of(people(1).getFirst())))
                .isEqualTo(new GroupHint.ListAnew());
        assertThat(decide(ChangeType.UPDATED, NONE, people(2), Set.of(people(1).getFirst())))
                .isEqualTo(new GroupHint.ListAnew());
    }

    @Test
    void whereNobodySaysWhatChangedEverythingIsListed() {
        assertThat(decide(ChangeType.UPDATED, NONE, NONE, Set.of()))
                .isEqualTo(new GroupHint.ListAnew());
        assertThat(decide(ChangeType.DELETED, people(1), NONE, Set.of()))
                .isEqualTo(new GroupHint.ListAnew());
    }

    @Test
    void moreThanAThousandAreListed() {
        assertThat(decide(ChangeType.UPDATED, people(600), people(401), Set.of()))
                .isEqualTo(new GroupHint.ListAnew());
    }

    private static GroupHint decide(
            ChangeType type,
            List<EntraObjectId> added,
            List<EntraObjectId> removed,
            Set<EntraObjectId> nested) {
        return GroupHint.decide(
                new GroupChanged(
                        new EntraTenantId(new UUID(1, 1)),
                        new EntraObjectId(new UUID(1, 2)),
                        type,
                        added,
                        removed,
                        Instant.EPOCH,
                        null),
                nested);
    }

    private static List<EntraObjectId> people(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new EntraObjectId(new UUID(2, number)))
                .toList();
    }
}
