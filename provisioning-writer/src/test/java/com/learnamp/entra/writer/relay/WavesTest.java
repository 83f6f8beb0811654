package com.learnamp.entra.writer.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void aWaveHasOneEventOfEachPersonInTheOrderOfTheirIds() {
        List<OutboxRow> rows =
                List.of(row(1, "a"), row(2, "b"), row(3, "a"), row(4, "a"), row(5, "c"));

        List<List<OutboxRow>> waves = Waves.of(rows);

        assertThat(waves.stream().map(wave -> wave.stream().map(OutboxRow::id).toList()).toList())
                .containsExactly(List.of(1L, 2L, 5L), List.of(3L), List.of(4L));
    }

    @Test
    void nothingIsNoWave() {
        assertThat(Waves.of(List.of())).isEmpty();
    }

    private static OutboxRow row(long id, String key) {
        return new OutboxRow(id, 0, key, Map.of(), new byte[0], "live", Instant.EPOCH);
    }
}
