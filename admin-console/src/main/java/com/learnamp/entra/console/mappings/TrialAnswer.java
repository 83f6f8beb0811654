package com.learnamp.entra.console.mappings;

import com.learnamp.entra.contracts.EntraObjectId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial as programs get it.
 *
 * @param state waiting, answered or failed
 * @param failure why nobody could be read
 */
record TrialAnswer(
        UUID id,
        String state,
        MappingsAnswer.One mapping,
        @Nullable String failure,
        List<Person> people) {

    /** What the mapping makes of one person. */
    record Person(
            EntraObjectId objectId,
            @Nullable String name,
            Map<String, String> attributes,
            @Nullable String before,
            @Nullable String value,
            @Nullable String problem) {

        static Person of(Trial.Outcome outcome) {
            return new Person(
                    outcome.objectId(),
                    outcome.name(),
                    outcome.attributes(),
                    outcome.before(),
                    outcome.value(),
                    outcome.problem());
        }

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Person[" + objectId + "]";
        }
    }

    static TrialAnswer of(Trial trial) {
        MappingsAnswer.One mapping = MappingsAnswer.One.of(trial.mapping());
        return trial.answer()
                .map(answer ->
                        new TrialAnswer(
                                trial.id(),
                                answer.failure() == null ? "answered" : "failed",
                                mapping,
                                answer.failure(),
                                answer.people().stream().map(Person::of).toList()))
                .orElseGet(() -> new TrialAnswer(trial.id(), "waiting", mapping, null, List.of()));
    }
}
