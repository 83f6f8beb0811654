package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void aLaterOwnerIsNewerWhateverItsCounter() {
        List<Version> ascending =
                List.of(
                        new Version(0, 0),
                        new Version(0, 1),
                        new Version(0, Long.MAX_VALUE),
                        new Version(1, 0),
                        new Version(Long.MAX_VALUE, 0),
                        new Version(Long.MAX_VALUE, Long.MAX_VALUE));

        assertThat(ascending).isSorted().doesNotHaveDuplicates();
        for (int index = 1; index < ascending.size(); index++) {
            assertThat(ascending.get(index).isNewerThan(ascending.get(index - 1))).isTrue();
            assertThat(ascending.get(index - 1).isNewerThan(ascending.get(index))).isFalse();
        }
    }

    @Test
    void theSameIsNotNewer() {
        assertThat(new Version(3, 4).isNewerThan(new Version(3, 4))).isFalse();
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(0, -1));
    }
}
