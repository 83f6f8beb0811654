package com.learnamp.entra.fetcher.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LinkPlanTest {

    private static final Link USERS =
            new Link(Link.USERS, "u", Set.of(), Instant.EPOCH, Instant.EPOCH);

    @Test
    void aLinkTellsOfFiftyGroups() {
        LinkPlan plan = LinkPlan.of(groups(0, 120), List.of(USERS));

        assertThat(plan.missing())
                .extracting(missing -> missing.groups().size())
                .containsExactly(50, 50, 20);
        assertThat(plan.missing())
                .extracting(LinkPlan.Missing::name)
                .containsExactly("groups-0", "groups-1", "groups-2");
        assertThat(plan.idle()).isEmpty();
    }

    @Test
    void groupsKeepTheirLinkAndNewOnesGetAnother() {
        LinkPlan plan = LinkPlan.of(groups(5, 60), List.of(USERS, link(groups(0, 50))));

        assertThat(plan.missing())
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.name()).isEqualTo("groups-1");
                    assertThat(missing.groups()).hasSize(10);
                });
        assertThat(plan.idle()).isEmpty();
    }

    @Test
    void aLinkOfNoGroupThatIsFollowedIsIdle() {
        LinkPlan plan = LinkPlan.of(groups(0, 1), List.of(link(groups(5, 7))));

        assertThat(plan.idle()).containsExactly("groups-0");
        assertThat(plan.missing()).extracting(LinkPlan.Missing::name).containsExactly("groups-1");
    }

    @Test
    void theLinkOfAllGroupsIsNeverIdleAndServesNoGroupForGood() {
        Link all = new Link(Link.ALL_GROUPS, "a", Set.of(), Instant.EPOCH, Instant.EPOCH);

        LinkPlan plan = LinkPlan.of(groups(0, 3), List.of(USERS, all));

        assertThat(plan.idle()).isEmpty();
        assertThat(plan.missing()).extracting(LinkPlan.Missing::groups).hasSize(1);
    }

    private static Link link(Set<EntraObjectId> groups) {
        return new Link("groups-0", "g", groups, Instant.EPOCH, Instant.EPOCH);
    }

    private static Set<EntraObjectId> groups(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(number -> new EntraObjectId(new UUID(0, number)))
                .collect(Collectors.toSet());
    }
}
