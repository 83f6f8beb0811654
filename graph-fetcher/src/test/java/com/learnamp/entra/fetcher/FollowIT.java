package com.learnamp.entra.fetcher;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.fetcher.Customer.Membership;
import com.learnamp.entra.simulator.generator.Churn;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every notification is lost; delta finds what they would have told. */
class FollowIT {

    @SuppressWarnings("NullAway.Init") // before all
    private static FetcherProcess fetcher;

    @BeforeAll
    static void start() {
        FetcherProcess.stopRunning();
        fetcher = FetcherProcess.start(Map.of("FOLLOW_EVERY", "1s"));
    }

    @AfterAll
    static void stop() {
        fetcher.close();
    }

    @Test
    void atRestWhatWasToldIsWhatTheDirectorySays() {
        Customer customer = deaf();
        try (Heard heard = followed(customer)) {
            Churn.happen(
                    customer.directory(),
                    customer.groupId(),
                    customer.tenant().settings().domain(),
                    100,
                    11);

            heard.untilTrue(customer);
        }
    }

    @Test
    void anExpiredLinkLosesNobody() {
        Customer customer = deaf();
        try (Heard heard = followed(customer)) {
            Membership leaver = customer.somebody();
            customer.faults(Map.of("notificationLossRate", 1.0, "throttleEverything", true));
            customer.directory().removeMember(leaver.group(), leaver.person());
            customer.directory()
                    .update(customer.somebody().person(), Map.of("jobTitle", "Unheard of"));
            customer.tenant().expireDeltaLinks();
            customer.faults(Map.of("notificationLossRate", 1.0));

            heard.until("the departure", () -> heard.departure(leaver.id()).isPresent());
            heard.untilTrue(customer);
        }
    }

    private static Customer deaf() {
        Customer customer = Surroundings.customer(60);
        customer.faults(Map.of("notificationLossRate", 1.0));
        return customer.connected();
    }

    /** Listed, and its groups followed: a change of the deepest one is found. */
    private static Heard followed(Customer customer) {
        Heard heard = customer.listening();
        heard.runEnded(customer.sync(RunTrigger.INITIAL));
        EntraObjectId joiner = EntraObjectId.parse(customer.stranger());
        Store.await().until(() -> isFollowed(customer));
        customer.directory().addMember(customer.deepestGroup(), joiner.toString());
        heard.until("the joiner", () -> heard.inScope().containsKey(joiner));
        return heard;
    }

    private static boolean isFollowed(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.delta_links WHERE tenant_id = ?"
                                + " AND cardinality(groups) > 1",
                        customer.tenantId().value())
                .filter(links -> !links.equals("0"))
                .isPresent();
    }
}
