package com.learnamp.entra.console.mappings;

import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is tried on real people.
 *
 * @param answer empty while Entra is being read
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record Trial(UUID id, CustomFieldMapping mapping, Instant requestedAt, Optional<Answer> answer) {

    /**
     * @param failure why nobody could be read; null if they were
     */
    record Answer(@Nullable String failure, List<Outcome> people) {
        Answer {
            people = List.copyOf(people);
        }
    }

    /**
     * What the mapping makes of one person.
     *
     * @param name as Entra shows it
     * @param attributes that the mapping is over, where Entra has something
     * @param before what Learn Amp has now; null is nothing
     * @param value what it would have; null is nothing
     * @param problem why Entra's value does not fit
     */
    record Outcome(
            EntraObjectId objectId,
            @Nullable String name,
            Map<String, String> attributes,
            @Nullable String before,
            @Nullable String value,
            @Nullable String problem) {

        Outcome {
            attributes = Map.copyOf(attributes);
        }

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Outcome[" + objectId + "]";
        }
    }
}
