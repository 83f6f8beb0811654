package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Objects;

/**
 * Where a custom field of Learn Amp gets its value from.
 *
 * @param field the custom field, as Learn Amp names it
 * @param type what values it takes
 * @param source what is read in Entra
 * @param rule when it is written
 */
public record CustomFieldMapping(String field, Type type, Source source, Rule rule) {

    /** What values a custom field takes. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** One of the options that Learn Amp has for the field. */
        CHOICE
    }

    /** When the field is written. */
    public enum Rule {
        /** A value whenever there is one; a blank clears what this integration wrote. */
        ALWAYS,
        /** Only while Learn Amp has nothing else there than what this integration wrote. */
        ONLY_WHEN_EMPTY,
        /** A value whenever there is one; a blank changes nothing. */
        NEVER_CLEAR
    }

    /** What is read in Entra. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
    @JsonSubTypes({
        @JsonSubTypes.Type(Source.Attribute.class),
        @JsonSubTypes.Type(Source.Expression.class)
    })
    public sealed interface Source {

        /** Microsoft's names of what must be read for it, as {@link EntraUser} has them. */
        List<String> attributes();

        /** One attribute as it is. */
        @JsonTypeName("attribute")
        record Attribute(String attribute) implements Source {
            public Attribute {
                Objects.requireNonNull(attribute, "attribute");
            }

            @Override
            public List<String> attributes() {
                return List.of(attribute);
            }
        }

        /**
         * A CEL expression over attributes.
         *
         * @param attributes which ones, so that nobody has to understand it to read them
         */
        @JsonTypeName("expression")
        record Expression(String expression, List<String> attributes) implements Source {
            public Expression {
                Objects.requireNonNull(expression, "expression");
                attributes = List.copyOf(attributes);
            }
        }
    }

    public CustomFieldMapping {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(rule, "rule");
    }
}
