package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UpsertUser;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** What became of the messages, counted: nothing is dropped or cut silently. */
@ApplicationScoped
class MappingFigures {

    static final String MESSAGES = "mapper.messages";
    static final String SHORTENED = "mapper.shortened.fields";
    static final String UNFIT = "mapper.unfit.custom.fields";

    private final MeterRegistry registry;

    MappingFigures(MeterRegistry registry) {
        this.registry = registry;
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
        registry.counter(UNFIT).increment(fields);
    }

    void shortened(Set<ShortenedField> fields) {
        fields.forEach(field -> registry.counter(SHORTENED, "field", field.label()).increment());
    }

    void dropped(Lane lane, MappingDecision.Why why) {
        count(lane, "dropped_" + why.name().toLowerCase(Locale.ROOT));
    }

    void erased(Lane lane) {
        count(lane, "erased");
    }

    void parked(Lane lane) {
        count(lane, "parked");
    }

    private void count(Lane lane, String outcome) {
        registry.counter(MESSAGES, "lane", lane.label(), "outcome", outcome).increment();
    }
}
