package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final SyncRunId RUN = SyncRunId.parse("5d3c2b1a-0f9e-4d8c-9b7a-695847362514");

    @Test
    void aRunHasATriggerAndOnlyARun() {
        assertThat(Origin.ofRun(RUN, RunTrigger.MANUAL, Instant.EPOCH).run()).isEqualTo(RUN);
        assertThat(Origin.ofCause(Origin.Cause.DELTA, null).trigger()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Origin(Origin.Cause.FULL_SYNC, RUN, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Origin(Origin.Cause.DELTA, null, RunTrigger.MANUAL, null, null));
    }
}
