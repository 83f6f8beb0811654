package com.learnamp.entra.fetcher.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.ManagerReading;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final ManagerReading NONE = new ManagerReading.None();

    @Test
    void theSameReadingHasTheSameHash() {
        assertThat(hash("Anna", "Berg", Map.of("a", "1", "b", "2"), NONE))
                .isEqualTo(hash("Anna", "Berg", Map.of("b", "2", "a", "1"), NONE));
    }

    @Test
    void whatMovesFromFieldToFieldIsAChange() {
        assertThat(hash("AnnaBerg", "", Map.of(), NONE))
                .isNotEqualTo(hash("Anna", "Berg", Map.of(), NONE));
        assertThat(hash(null, "", Map.of(), NONE)).isNotEqualTo(hash("", null, Map.of(), NONE));
        assertThat(hash(null, null, Map.of(), NONE)).isNotEqualTo(hash("-", null, Map.of(), NONE));
    }

    @Test
    void managersAreTold() {
        ManagerReading one = new ManagerReading.Is(new EntraObjectId(new UUID(1, 1)));
        ManagerReading other = new ManagerReading.Is(new EntraObjectId(new UUID(1, 2)));

        assertThat(hash("Anna", "Berg", Map.of(), one))
                .isNotEqualTo(hash("Anna", "Berg", Map.of(), other))
                .isNotEqualTo(hash("Anna", "Berg", Map.of(), NONE));
    }

    private static ContentHash hash(
            @Nullable String givenName,
            @Nullable String surname,
            Map<String, String> additional,
            ManagerReading manager) {
        return ContentHash.of(
                new EntraUser(
                        "anna@marlowe.example",
                        null,
                        null,
                        givenName,
                        surname,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        "Member",
                        additional),
                manager);
    }
}
