package com.learnamp.entra.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void growsUpToItsLongestAndStartsOverWhenReset() {
        Pause pause = new Pause(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(4));
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(5));
        pause.reset();
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(1));
    }
}
