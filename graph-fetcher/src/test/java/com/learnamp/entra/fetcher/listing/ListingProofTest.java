package com.learnamp.entra.fetcher.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.graph.DirectoryGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingProofTest {

    @ParameterizedTest
    @CsvSource({
        // group, people, before, confirmed, what speaks against it
        "security, 100,  ,    false, ",
        "security, 1,    ,    false, ",
        "security, 0,    ,    false, GROUP_EMPTY",
        "security, 0,    100, true,  GROUP_EMPTY",
        "security, 50,   100, false, ",
        "security, 49,   100, false, GROUP_SHRUNK",
        "security, 49,   100, true,  ",
        "security, 1,    20,  false, ",
        "security, 10,   21,  false, GROUP_SHRUNK",
        "security, 300,  100, false, ",
        "unified,  100,  100, false, GROUP_UNSUITABLE",
        "gone,     100,  100, true,  GROUP_NOT_FOUND",
    })
    void nobodyLeavesByADoubtfulListing(
            String group,
            long people,
            @Nullable Long before,
            boolean confirmed,
            @Nullable String category) {
        Optional<Trouble> doubt =
                ListingProof.doubt(group(group), people, Optional.ofNullable(before), confirmed);

        assertThat(doubt.map(Trouble::category)).isEqualTo(Optional.ofNullable(category));
    }

    @Test
    void anAdminReadsWhatIsWrongAndWhatToDo() {
        assertThat(ListingProof.doubt(group("security"), 3, Optional.of(1206L), false))
                .hasValueSatisfying(trouble ->
                        assertThat(trouble.message())
                                .contains("All learners", "3 instead of 1206")
                                .contains("nobody has been deactivated")
                                .contains("press Sync users"));
    }

    private static Optional<DirectoryGroup> group(String kind) {
        return switch (kind) {
            case "gone" -> Optional.empty();
            case "unified" ->
                    Optional.of(
                            new DirectoryGroup(
                                    new UUID(1, 1), "Project", false, true, List.of("Unified")));
            default ->
                    Optional.of(
                            new DirectoryGroup(
                                    new UUID(1, 1), "All learners", true, false, List.of()));
        };
    }
}
