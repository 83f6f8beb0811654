package com.learnamp.entra.fetcher.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.graph.DirectoryUser;
import com.learnamp.entra.graph.ManagerReading;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConclusionTest {

    private static final UUID GROUP = new UUID(1, 1);
    private static final EntraObjectId OTHER_GROUP = new EntraObjectId(new UUID(1, 2));
    private static final EntraObjectId PERSON = new EntraObjectId(new UUID(2, 2));
    private static final ContentHash SAME = new ContentHash("aa");

    /**
     * reading: member, outside, bin, absent. known: nobody, same, changed, older (revision),
     * departed, otherGroup. asked, interrupted, lately, repeated and last as letters.
     */
    @ParameterizedTest
    @CsvSource({
        // Members are told when there is something to tell.
        "member,  nobody,     -, InScope",
        "member,  same,       -, Nothing",
        "member,  same,       a, InScope",
        "member,  changed,    -, InScope",
        "member,  older,      -, InScope",
        "member,  departed,   -, InScope",
        "member,  otherGroup, -, InScope",
        // A live account outside the group leaves, if it was in scope by this group.
        "outside, nobody,     -, Nothing",
        "outside, nobody,     a, NOT_A_MEMBER",
        "outside, same,       -, NOT_A_MEMBER",
        "outside, departed,   -, Nothing",
        "outside, departed,   a, NOT_A_MEMBER",
        "outside, otherGroup, -, Nothing",
        "outside, otherGroup, a, NOT_A_MEMBER",
        // Who has just joined must be denied twice.
        "outside, same,       l, NotYet",
        "outside, same,       lr, NOT_A_MEMBER",
        // What may have been told without being written down is answered, whatever the answer.
        "member,  same,       i, InScope",
        "outside, nobody,     i, NOT_A_MEMBER",
        "outside, departed,   i, NOT_A_MEMBER",
        "outside, otherGroup, i, Nothing",
        "bin,     departed,   i, SOFT_DELETED",
        "absent,  nobody,     i, NotYet",
        "absent,  nobody,     ix, DELETED",
        "absent,  departed,   i, DELETED",
        // The bin proves it.
        "bin,     nobody,     -, Nothing",
        "bin,     nobody,     a, SOFT_DELETED",
        "bin,     same,       -, SOFT_DELETED",
        "bin,     departed,   -, Nothing",
        // An absence proves nothing until the last reading agrees, and of strangers only who asks
        // is answered: he may know somebody whom an earlier owner told of.
        "absent,  nobody,     -, NotYet",
        "absent,  nobody,     rx, NotYet",
        "absent,  nobody,     ar, NotYet",
        "absent,  nobody,     arx, DELETED",
        "absent,  same,       -, NotYet",
        "absent,  same,       r, NotYet",
        "absent,  same,       rx, DELETED",
        "absent,  departed,   rx, Nothing",
        "absent,  departed,   a, DELETED",
    })
    void followsFromTheReadingAndWhatWasKnown(
            String reading, String known, String flags, String expected) {
        Conclusion conclusion =
                Conclusion.decide(
                        reading(reading),
                        known(known),
                        new Conclusion.Circumstances(
                                new EntraObjectId(GROUP),
                                7,
                                SAME,
                                flags.contains("a"),
                                flags.contains("i"),
                                flags.contains("l"),
                                flags.contains("r"),
                                flags.contains("x")));

        assertThat(conclusion)
                .isEqualTo(
                        switch (expected) {
                            case "InScope" -> Conclusion.IN_SCOPE;
                            case "Nothing" -> Conclusion.NOTHING;
                            case "NotYet" -> Conclusion.NOT_YET;
                            default -> new Conclusion.OutOfScope(Evidence.valueOf(expected));
                        });
    }

    private static Reading reading(String name) {
        return switch (name) {
            case "member" -> new Reading.Present(user(), Set.of(GROUP));
            case "outside" -> new Reading.Present(user(), Set.of(OTHER_GROUP.value()));
            case "bin" -> new Reading.InBin();
            case "absent" -> new Reading.Absent();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<RosterEntry> known(String name) {
        EntraObjectId group = new EntraObjectId(GROUP);
        return switch (name) {
            case "nobody" -> Optional.empty();
            case "same" -> entry(group, RosterEntry.State.IN_SCOPE, 7, SAME);
            case "changed" -> entry(group, RosterEntry.State.IN_SCOPE, 7, new ContentHash("bb"));
            case "older" -> entry(group, RosterEntry.State.IN_SCOPE, 6, SAME);
            case "departed" -> entry(group, RosterEntry.State.DEPARTED, 7, SAME);
            case "otherGroup" -> entry(OTHER_GROUP, RosterEntry.State.IN_SCOPE, 6, SAME);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<RosterEntry> entry(
            EntraObjectId group, RosterEntry.State state, long revision, ContentHash hash) {
        return Optional.of(
                new RosterEntry(
                        new RosterKey(new CompanyId(1), PERSON),
                        group,
                        state,
                        new Version(1, 1),
                        revision,
                        hash,
                        null,
                        Instant.EPOCH,
                        null));
    }

    private static DirectoryUser user() {
        return new DirectoryUser(
                PERSON.value(),
                "anna@marlowe.example",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ManagerReading.NONE,
                Map.of());
    }
}
