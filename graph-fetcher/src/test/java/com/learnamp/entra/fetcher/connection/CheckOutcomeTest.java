package com.learnamp.entra.fetcher.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphException.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, unreachable, ",
        "UNAVAILABLE, unreachable, UNREACHABLE",
        "SECRET_WRONG, secret_wrong, STOPPED",
        "SECRET_EXPIRED, secret_wrong, STOPPED",
        "APP_UNKNOWN, app_unknown, STOPPED",
        "TENANT_UNKNOWN, tenant_unknown, STOPPED",
        "CONSENT_MISSING, consent_missing, STOPPED",
        "TOKEN_REFUSED, consent_missing, STOPPED",
        "FORBIDDEN, consent_missing, STOPPED",
        "NOT_FOUND, group_not_found, ",
        "MALFORMED, unreachable, UNREACHABLE",
    })
    void everyFailureHasItsWordAndItsTrouble(
            Category category, String word, Trouble.@Nullable Kind kind) {
        GraphException failure = new GraphException(category, "what an admin reads");

        CheckOutcome outcome = CheckOutcome.of(failure, "Marlowe");

        assertThat(outcome.word().text()).isEqualTo(word);
        assertThat(outcome.message()).isEqualTo("what an admin reads");
        assertThat(Trouble.of(failure).map(Trouble::kind).orElse(null)).isEqualTo(kind);
    }
}
