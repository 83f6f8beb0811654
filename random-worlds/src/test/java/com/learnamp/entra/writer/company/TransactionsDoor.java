package com.learnamp.entra.writer.company;

import java.time.Duration;
import javax.sql.DataSource;

/** The writer's transactions, for tests that go through several services. */
public final class TransactionsDoor {

    private TransactionsDoor() {}

    public static CompanyTransactions of(DataSource store) {
        return new CompanyTransactions(store, new Patience());
    }

    private record Patience() implements StoreConfig {
        @Override
        public Duration lockTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration idleTimeout() {
            return Duration.ofSeconds(60);
        }
    }
}
