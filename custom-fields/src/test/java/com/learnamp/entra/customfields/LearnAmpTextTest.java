package com.learnamp.entra.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnAmpTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Baker|Baker",
                "  Baker  |Baker",
                "\u00a0\u3000Baker\u200b\ufeff|Baker",
                "Head\tBaker|Head Baker",
                "Head\u0000 Ba\u0007ker\u0085|Head Baker",
                "Head  of   Bread|Head  of   Bread",
                "Bäcker 👩‍🍳|Bäcker 👩‍🍳",
                "İstanbul ışık|İstanbul ışık",
                "Ba\ud83dker|Ba\ufffdker"
            })
    void isTrimmedAndFreeOfWhatTheStoreRefuses(String text, String clean) {
        assertThat(LearnAmpText.clean(text)).contains(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u0000", "\u00a0", "\u200b\ufeff", "\u3000"})
    void blankIsNothing(String text) {
        assertThat(LearnAmpText.clean(text)).isEmpty();
    }

    @Test
    void absentIsNothing() {
        assertThat(LearnAmpText.clean(null)).isEmpty();
    }

    @Test
    void aCutNeverSplitsACharacter() {
        String fits = "😀".repeat(LearnAmpText.MAX_LENGTH);

        assertThat(LearnAmpText.isTooLong(fits)).isFalse();
        assertThat(LearnAmpText.cut(fits)).isEqualTo(fits);
        assertThat(LearnAmpText.isTooLong(fits + "x")).isTrue();
        assertThat(LearnAmpText.cut(fits + "x")).isEqualTo(fits);
    }
}
