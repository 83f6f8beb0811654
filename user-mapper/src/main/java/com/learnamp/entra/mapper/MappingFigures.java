package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UpsertUser;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the messages, counted: nothing is dropped or cut silently, and what never happened
 * is there at zero.
 */
@Startup
@ApplicationScoped
class MappingFigures {

    static final String MESSAGES = "mapper.messages";
    static final String SHORTENED = "mapper.shortened.fields";
    static final String UNFIT = "mapper.unfit.custom.fields";

    private final MeterRegistry registry;

    MappingFigures(MeterRegistry registry) {
        this.registry = registry;
        for (Lane lane : Lane.values()) {
            outcomes().forEach(outcome -> messages(lane, outcome));
        }
        for (ShortenedField field : ShortenedField.values()) {
            shortened(field);
        }
        unfit();
    }

    void mapped(Lane lane, ProvisioningCommand command) {
        count(
                lane,
                switch (command) {
                    case UpsertUser upsert -> {
                        unfit(upsert);
                        yield "upsert";
                    }
                    case DeactivateUser deactivate -> "deactivate";
                    case RejectUser reject -> "reject";
                    case RunEnded ended -> "run_ended";
                });
    }

    private void unfit(UpsertUser upsert) {
        long fields =
                upsert.fields().customFields().stream()
                        .filter(field -> field.problem() != null)
                        .count();
        unfit().increment(fields);
    }

    void shortened(Set<ShortenedField> fields) {
        fields.forEach(field -> shortened(field).increment());
    }

    void dropped(Lane lane, MappingDecision.Why why) {
        count(lane, label(why));
    }

    void erased(Lane lane) {
        count(lane, "erased");
    }

    void parked(Lane lane) {
        count(lane, "parked");
    }

    private void count(Lane lane, String outcome) {
        messages(lane, outcome).increment();
    }

    private Counter messages(Lane lane, String outcome) {
        return Counter.builder(MESSAGES)
                .description("messages, by what became of them")
                .tag("lane", lane.label())
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter shortened(ShortenedField field) {
        return Counter.builder(SHORTENED)
                .description("fields that Learn Amp could not have as Entra has them")
                .tag("field", field.label())
                .register(registry);
    }

    private Counter unfit() {
        return Counter.builder(UNFIT)
                .description("values that do not fit their custom field")
                .register(registry);
    }

    private static Stream<String> outcomes() {
        return Stream.concat(
                Stream.of("upsert", "deactivate", "reject", "run_ended", "erased", "parked"),
                Arrays.stream(MappingDecision.Why.values()).map(MappingFigures::label));
    }

    private static String label(MappingDecision.Why why) {
        return "dropped_" + why.name().toLowerCase(Locale.ROOT);
    }
}
