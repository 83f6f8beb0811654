package com.learnamp.entra.writer.runs;

import com.learnamp.entra.writer.company.CompanyTransactions;
import java.time.Clock;
import java.time.Duration;

/** The end of a run, for tests that go through several services. */
public final class EndRunDoor {

    private EndRunDoor() {}

    public static EndRun of(CompanyTransactions transactions, Clock clock) {
        return new EndRun(transactions, new Plenty(), clock);
    }

    private record Plenty() implements RunsConfig {
        @Override
        public int mostLookUps() {
            return 1000;
        }

        @Override
        public Duration previewKept() {
            return Duration.ofHours(24);
        }
    }
}
