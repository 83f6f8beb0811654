package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.customfields.CompiledExpression;
import com.learnamp.entra.customfields.ExpressionProblem;
import com.learnamp.entra.customfields.Expressions;
import com.learnamp.entra.customfields.Expressions.Compiled;
import com.learnamp.entra.customfields.MappableAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an admin entered, looked through before it is saved or tried. */
sealed interface CheckedMapping {

    String FIELD = "field";
    String ATTRIBUTE = "attribute";
    String EXPRESSION = "expression";
    String RULE = "rule";

    record Sound(CustomFieldMapping mapping) implements CheckedMapping {}

    /**
     * @param problems by what was entered: a sentence's rest each
     */
    record Wrong(Map<String, List<String>> problems) implements CheckedMapping {
        public Wrong {
            problems = Map.copyOf(problems);
        }
    }

    /**
     * A mapping as it is typed in; what is left empty is blank or null.
     *
     * @param attribute the attribute, or else
     * @param expression the expression
     */
    record Draft(
            String field,
            @Nullable String attribute,
            @Nullable String expression,
            @Nullable String rule) {

        Optional<String> attributeText() {
            return Optional.ofNullable(attribute).map(String::strip).filter(this::isText);
        }

        Optional<String> expressionText() {
            return Optional.ofNullable(expression).filter(this::isText);
        }

        private boolean isText(String text) {
            return !text.isBlank();
        }
    }

    /**
     * @param fields that the company has in Learn Amp
     */
    static CheckedMapping of(Draft draft, List<CustomField> fields) {
        Map<String, List<String>> problems = new TreeMap<>();
        Optional<CustomField> field = CustomField.named(draft.field(), fields);
        if (field.isEmpty()) {
            problems.put(FIELD, List.of("is not a custom field of your Learn Amp"));
        }
        Optional<Rule> rule = rule(draft.rule());
        if (rule.isEmpty()) {
            problems.put(RULE, List.of("must be always, only_when_empty or never_clear"));
        }
        Optional<Source> source = source(draft, field, problems);
        return problems.isEmpty()
                ? new Sound(
                        new CustomFieldMapping(
                                field.orElseThrow().name(),
                                field.orElseThrow().type(),
                                source.orElseThrow(),
                                rule.orElseThrow()))
                : new Wrong(problems);
    }

    private static Optional<Rule> rule(@Nullable String word) {
        return word == null || word.isBlank()
                ? Optional.of(Rule.ALWAYS)
                : Stream.of(Rule.values())
                        .filter(one -> StoredWords.of(one).equals(word))
                        .findFirst();
    }

    private static Optional<Source> source(
            Draft draft, Optional<CustomField> field, Map<String, List<String>> problems) {
        Optional<String> attribute = draft.attributeText();
        Optional<String> expression = draft.expressionText();
        if (attribute.isPresent() == expression.isPresent()) {
            problems.put(
                    ATTRIBUTE,
                    List.of(
                            attribute.isPresent()
                                    ? "can't be given together with an expression"
                                    : "is missing: give an attribute, or an expression"));
            return Optional.empty();
        }
        return attribute.isPresent()
                ? attribute(attribute.get(), problems)
                : expression(expression.orElseThrow(), field, problems);
    }

    private static Optional<Source> attribute(String name, Map<String, List<String>> problems) {
        if (MappableAttributes.contains(name)) {
            return Optional.of(new Source.Attribute(name));
        }
        problems.put(
                ATTRIBUTE,
                List.of(
                        "is not an attribute that can be mapped"
                                + MappableAttributes.near(name)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("")));
        return Optional.empty();
    }

    private static Optional<Source> expression(
            String text, Optional<CustomField> field, Map<String, List<String>> problems) {
        return switch (Expressions.compile(text)) {
            case Compiled.Refused refused -> {
                problems.put(
                        EXPRESSION,
                        refused.problems().stream()
                                .map(ExpressionProblem::text)
                                .map(CheckedMapping::isWrong)
                                .toList());
                yield Optional.empty();
            }
            case Compiled.Usable(CompiledExpression usable) -> {
                if (field.isPresent() && !usable.fits(field.get().type())) {
                    problems.put(EXPRESSION, List.of(unfit(usable, field.get())));
                }
                yield Optional.of(new Source.Expression(text, usable.attributes()));
            }
        };
    }

    private static String isWrong(String problem) {
        return "is wrong. " + problem;
    }

    private static String unfit(CompiledExpression expression, CustomField field) {
        return "gives "
                + expression.resultType()
                + ", but "
                + field.name()
                + " takes a "
                + field.type().name().toLowerCase(Locale.ROOT);
    }
}
