package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.customfields.MappableAttributes;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the tenant has the directory extensions of a mapping: each tenant has its own, so that
 * only Graph knows. It is tried before the mapping is saved. While Microsoft does not answer it is
 * saved all the same: graph-fetcher leaves out what a tenant does not know.
 */
@ApplicationScoped
class CheckExtensions {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final CompanyScope scope;
    private final TryMapping tryMapping;

    CheckExtensions(CompanyScope scope, TryMapping tryMapping) {
        this.scope = scope;
        this.tryMapping = tryMapping;
    }

    /**
     * @return what is wrong, by what was entered; empty if nothing is known to be
     */
    Optional<CheckedMapping.Wrong> check(
            CompanyId company, CustomFieldMapping mapping, Author author) {
        List<String> extensions =
                mapping.source().attributes().stream()
                        .filter(name -> !MappableAttributes.all().contains(name))
                        .toList();
        if (extensions.isEmpty() || !isConnected(company)) {
            return Optional.empty();
        }
        UUID trial = tryMapping.ask(company, mapping, List.of(), author);
        return failure(company, trial)
                .flatMap(failure -> extensions.stream().filter(failure::contains).findFirst())
                .map(name -> wrong(mapping.source(), name));
    }

    private boolean isConnected(CompanyId company) {
        Integration integration = scope.of(company, IntegrationRows::read);
        return integration.tenant() != null && integration.group() != null;
    }

    private Optional<String> failure(CompanyId company, UUID trial) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                Optional<Trial.Answer> answer =
                        scope.of(company, transaction -> Trials.find(transaction, trial))
                                .flatMap(Trial::answer);
                if (answer.isPresent()) {
                    return Optional.ofNullable(answer.get().failure());
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The service ends.
        }
        return Optional.empty();
    }

    private static CheckedMapping.Wrong wrong(Source source, String name) {
        return new CheckedMapping.Wrong(
                Map.of(
                        source instanceof Source.Attribute
                                ? CheckedMapping.ATTRIBUTE
                                : CheckedMapping.EXPRESSION,
                        List.of("names " + name + ", which your Entra tenant does not have")));
    }
}
