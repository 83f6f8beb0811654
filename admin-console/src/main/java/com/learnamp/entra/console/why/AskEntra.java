package com.learnamp.entra.console.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest.ExplainPerson;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks graph-fetcher what Entra says of somebody, and waits for it.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>an admin or a program asks why</td></tr>
 * <tr><td>out</td><td>{@code entra.sync-requests.v1} by the outbox</td></tr>
 * <tr><td>state</td><td>none; the answer is a row of {@code directory.explanations}, for an hour</td></tr>
 * <tr><td>duplicates</td><td>each question has an id of its own</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>is the answer</td></tr>
 * <tr><td>transient failure</td><td>no answer in time: whoever asked may ask again</td></tr>
 * </table>
 */
@ApplicationScoped
class AskEntra {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final String ANSWER =
            "SELECT failure, people FROM directory.explanations WHERE question_id = ?";

    private static final TypeReference<List<EntraPerson>> PEOPLE = new TypeReference<>() {};

    private final CompanyScope scope;
    private final Clock clock;

    AskEntra(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param known those of whom Learn Amp knows that they are meant
     */
    EntraSays ask(CompanyId company, String about, List<UUID> known) {
        Optional<UUID> question = publish(company, about, known);
        return question.isEmpty() ? EntraSays.NOT_CONNECTED : await(company, question.get());
    }

    private Optional<UUID> publish(CompanyId company, String about, List<UUID> known) {
        return scope.locked(
                company,
                transaction -> {
                    Integration integration = IntegrationRows.read(transaction);
                    if (integration.tenant() == null || integration.group() == null) {
                        return Optional.empty();
                    }
                    UUID question = UUID.randomUUID();
                    Outbox.add(
                            transaction,
                            company,
                            Topic.SYNC_REQUESTS,
                            new ExplainPerson(
                                    company,
                                    question,
                                    integration.tenant(),
                                    integration.group(),
                                    about,
                                    known.stream().map(EntraObjectId::new).toList(),
                                    clock.instant()));
                    return Optional.of(question);
                });
    }

    private EntraSays await(CompanyId company, UUID question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                Optional<EntraSays> answer =
                        scope.of(
                                company,
                                transaction ->
                                        transaction.first(ANSWER, AskEntra::answer, question));
                if (answer.isPresent()) {
                    return answer.get();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The service ends.
        }
        return EntraSays.SILENT;
    }

    private static EntraSays answer(StoredRow row) throws SQLException {
        Optional<String> failure = Optional.ofNullable(row.maybeText("failure"));
        return new EntraSays(
                failure.isPresent() ? EntraSays.State.FAILED : EntraSays.State.ANSWERED,
                failure.orElse(null),
                people(row.text("people")));
    }

    private static List<EntraPerson> people(String json) {
        try {
            return MessageCodec.mapper().readValue(json, PEOPLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("graph-fetcher writes what this reads", e);
        }
    }
}
