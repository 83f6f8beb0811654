package com.learnamp.entra.customfields;

import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.customfields.CompiledExpression.ExpressionFailed;
import com.learnamp.entra.customfields.Expressions.Compiled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a company's own mappings make of somebody: the same for the same, at any time. */
public final class MapCustomFields {

    /** Compiling takes a thousand times as long as evaluating, and a sync has the same for all. */
    private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();

    private static final int MOST_COMPILED = 2000;

    private MapCustomFields() {}

    /**
     * One value for each mapping, in their order; but for those that need what could not be read,
     * whose fields stay as they are.
     */
    public static List<CustomFieldValue> of(EntraUser user, List<CustomFieldMapping> mappings) {
        if (mappings.isEmpty()) {
            return List.of();
        }
        Map<String, String> attributes = MappableAttributes.of(user);
        return mappings.stream()
                .filter(mapping ->
                        mapping.source().attributes().stream().noneMatch(user.unread()::contains))
                .map(mapping -> of(attributes, mapping))
                .toList();
    }

    /** The same of attributes by their names. */
    public static CustomFieldValue of(Map<String, String> attributes, CustomFieldMapping mapping) {
        return switch (mapping.source()) {
            case Source.Attribute one -> value(mapping, attributes.get(one.attribute()));
            case Source.Expression expression -> evaluated(mapping, expression, attributes);
        };
    }

    private static CustomFieldValue evaluated(
            CustomFieldMapping mapping,
            Source.Expression expression,
            Map<String, String> attributes) {
        return switch (compiled(expression.expression())) {
            case Compiled.Refused refused -> unfit(mapping, refused.problems().getFirst().text());
            case Compiled.Usable usable -> {
                try {
                    yield value(mapping, usable.expression().evaluate(attributes));
                } catch (ExpressionFailed failure) {
                    yield unfit(mapping, "The expression fails: " + failure.getMessage());
                }
            }
        };
    }

    private static Compiled compiled(String expression) {
        if (COMPILED.size() > MOST_COMPILED) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(expression, Expressions::compile);
    }

    private static CustomFieldValue value(CustomFieldMapping mapping, @Nullable String text) {
        return switch (FieldText.of(mapping.type(), text)) {
            case FieldText.Fitting fitting ->
                    new CustomFieldValue(mapping.field(), mapping.rule(), fitting.text(), null);
            case FieldText.Blank blank ->
                    new CustomFieldValue(mapping.field(), mapping.rule(), null, null);
            case FieldText.Unfit unfit -> unfit(mapping, unfit.reason());
        };
    }

    private static CustomFieldValue unfit(CustomFieldMapping mapping, String reason) {
        return new CustomFieldValue(mapping.field(), mapping.rule(), null, reason);
    }
}
