package com.learnamp.entra.writer.invite;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.StoreUnavailable;
import com.learnamp.entra.writer.mail.Delivery;
import com.learnamp.entra.writer.mail.SendMail;
import com.learnamp.entra.writer.relay.OutboxBell;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends the invitations that are due.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.invitations}, the rows that are due</td></tr>
 * <tr><td>out</td><td>one e-mail for each, by SMTP; the person's status, with history and
 *     event</td></tr>
 * <tr><td>state</td><td>the row: due, kept back if too many are (until an admin approves), sending
 *     (claimed, committed), then sent, refused or unknown</td></tr>
 * <tr><td>duplicates</td><td>none: an invitation is claimed before it is sent, and one whose fate
 *     is not known is never sent again</td></tr>
 * <tr><td>order</td><td>by the time when they are due, at a bounded rate</td></tr>
 * <tr><td>permanent failure</td><td>the mail server refuses it again and again, or the conversation
 *     broke off: shown under {@code attention}</td></tr>
 * <tr><td>transient failure</td><td>the mail server can't be reached: due again after a pause, and
 *     no attempt counted</td></tr>
 * </table>
 */
@ApplicationScoped
class SendInvitations {

    private static final Logger LOG = Logger.getLogger(SendInvitations.class);

    private final DataSource store;
    private final CompanyTransactions transactions;
    private final ComposeInvitation compose;
    private final SendMail sendMail;
    private final RecordDeliveries recordDeliveries;
    private final OutboxBell bell;
    private final MeterRegistry registry;
    private final InvitationsConfig config;
    private final Clock clock;

    SendInvitations(
            DataSource store,
            CompanyTransactions transactions,
            ComposeInvitation compose,
            SendMail sendMail,
            RecordDeliveries recordDeliveries,
            OutboxBell bell,
            MeterRegistry registry,
            InvitationsConfig config,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.compose = compose;
        this.sendMail = sendMail;
        this.recordDeliveries = recordDeliveries;
        this.bell = bell;
        this.registry = registry;
        List.of("sent", "refused", "unreachable", "unknown").forEach(this::counter);
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${writer.invitations.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() {
        try {
            int left = config.most();
            for (CompanyId company : companies()) {
                left -= send(company, left);
                if (left <= 0) {
                    return;
                }
            }
        } catch (StoreUnavailable | SQLException e) {
            LOG.warnf("bad weather, invitations wait cause=%s", e.getClass().getName());
        }
    }

    private List<CompanyId> companies() throws SQLException {
        try (Connection connection = store.getConnection()) {
            return Invitations.companies(connection, clock.instant());
        }
    }

    private int send(CompanyId company, int most) {
        List<Invitation> claimed =
                transactions.run(company, transaction -> claim(transaction, most));
        if (claimed.isEmpty()) {
            return 0;
        }
        Map<Invitation, Delivery> deliveries = new LinkedHashMap<>();
        for (Invitation invitation : claimed) {
            deliveries.put(invitation, deliver(invitation, deliveries));
        }
        // The mails are gone: this must be written down, however long the store is away.
        RetryInPlace.untilItSucceeds(
                "recording invitations",
                () ->
                        transactions.run(
                                company,
                                transaction ->
                                        recordDeliveries.record(
                                                transaction, deliveries, clock.instant())));
        bell.ring();
        deliveries.values().forEach(this::count);
        return claimed.size();
    }

    private List<Invitation> claim(CompanyTransaction transaction, int most) throws SQLException {
        Instant now = clock.instant();
        List<Long> cutOff = Invitations.cutOff(transaction, now.minus(config.cutOffAfter()));
        if (!cutOff.isEmpty()) {
            Invitations.raise(
                    transaction, cutOff, Invitations.UNKNOWN, "the sender was cut off", now);
        }
        return Invitations.claim(transaction, most, now);
    }

    /** While the mail server can't be reached, asking for each of the others is needless. */
    private Delivery deliver(Invitation invitation, Map<Invitation, Delivery> before) {
        return before.containsValue(new Delivery.Unreachable())
                ? new Delivery.Unreachable()
                : sendMail.send(compose.compose(invitation));
    }

    private void count(Delivery delivery) {
        counter(
                        switch (delivery) {
                            case Delivery.Sent sent -> "sent";
                            case Delivery.Refused refused -> "refused";
                            case Delivery.Unreachable unreachable -> "unreachable";
                            case Delivery.Unknown unknown -> "unknown";
                        })
                .increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("writer.invitations")
                .description("invitations, by what became of their mail")
                .tag("outcome", outcome)
                .register(registry);
    }
}
