package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.customfields.MappableAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mappings as programs get them.
 *
 * @param attributes that can be mapped, beside the directory extensions of the tenant
 */
record MappingsAnswer(List<One> mappings, List<String> attributes) {

    /**
     * @param attribute of Entra, or else null
     * @param expression or else null
     * @param reads the attributes that are read for it
     */
    record One(
            String field,
            String type,
            @Nullable String attribute,
            @Nullable String expression,
            List<String> reads,
            String rule) {

        static One of(CustomFieldMapping mapping) {
            return new One(
                    mapping.field(),
                    StoredWords.of(mapping.type()),
                    mapping.source() instanceof Source.Attribute source ? source.attribute() : null,
                    mapping.source() instanceof Source.Expression source
                            ? source.expression()
                            : null,
                    mapping.source().attributes(),
                    StoredWords.of(mapping.rule()));
        }
    }

    static MappingsAnswer of(List<CustomFieldMapping> mappings) {
        return new MappingsAnswer(
                mappings.stream().map(One::of).toList(), MappableAttributes.all());
    }
}
