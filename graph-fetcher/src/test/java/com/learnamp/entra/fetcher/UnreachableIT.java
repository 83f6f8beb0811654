package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest.CheckConnection;
import com.learnamp.entra.contracts.SyncRunId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // nobody else may own the tenant
class UnreachableIT {

    /** Nobody listens there. */
    private static final Map<String, String> NOWHERE =
            Map.of(
                    "GRAPH_BASE_URL",
                    "http://127.0.0.1:9/v1.0",
                    "GRAPH_LOGIN_URL",
                    "https://127.0.0.1:9");

    @Test
    void whereGraphIsAwayTheServiceIsUpSaysSoAndGoesOnTrying() {
        FetcherProcess.stopRunning();
        Customer.disconnectAll();
        Customer customer = Surroundings.customer(20).connected();
        try (Heard heard = customer.listening()) {
            SyncRunId run = customer.sync(RunTrigger.INITIAL);
            try (FetcherProcess lost = FetcherProcess.start(NOWHERE)) {
                UUID check = UUID.randomUUID();
                customer.ask(
                        new CheckConnection(
                                customer.company(),
                                check,
                                customer.tenantId(),
                                customer.group(),
                                Instant.now()));
                Store.awaitConnection(customer.company(), "unreachable UNAVAILABLE");
                assertThat(Store.awaitCheck(check)).isEqualTo("unreachable");
                assertThat(lost.isUp()).isTrue();
            }
            FetcherProcess.running();
            heard.runEnded(run);
            Store.awaitConnection(customer.company(), "ok");
            assertThat(Customer.told(heard)).isEqualTo(customer.truth());
        }
    }
}
