package com.learnamp.entra.graph;

import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedNode;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.ValuedEnum;
import com.microsoft.kiota.store.BackedModel;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attributes beyond the standard ones, whatever their type, as text under Graph's names. */
final class AttributeText {

    private final Map<String, String> target;

    AttributeText(Map<String, String> target) {
        this.target = target;
    }

    void put(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BackedModel model -> putParts(name, model);
            case UntypedObject object ->
                    object.getValue().forEach((part, each) -> put(name + "/" + part, each));
            default -> text(value).ifPresent(text -> target.put(name, text));
        }
    }

    private void putParts(String name, BackedModel model) {
        model.getBackingStore()
                .enumerate()
                .forEach((part, value) -> {
                    if (!part.equals("additionalData") && !part.equals("odataType")) {
                        put(name + "/" + part, value);
                    }
                });
        if (model instanceof AdditionalDataHolder holder) {
            holder.getAdditionalData()
                    .forEach((part, value) -> {
                        if (!part.contains("@")) {
                            put(name + "/" + part, value);
                        }
                    });
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Collection<?> values -> joined(values);
            case UntypedArray array -> joined(iterated(array.getValue()));
            case UntypedNode node -> text(node.getValue());
            case OffsetDateTime time -> Optional.of(time.toInstant().toString());
            case ValuedEnum constant -> Optional.of(constant.getValue());
            // Graph's open types come through the SDK as double, even where they are whole.
            case Double number -> Optional.of(plain(BigDecimal.valueOf(number)));
            case BackedModel _ -> Optional.empty();
            case Map<?, ?> _ -> Optional.empty();
            default -> Optional.of(value.toString()).filter(text -> !text.isEmpty());
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Collection<?> iterated(Iterable<UntypedNode> nodes) {
        List<UntypedNode> values = new ArrayList<>();
        nodes.forEach(values::add);
        return values;
    }

    private static Optional<String> joined(Collection<?> values) {
        String all =
                values.stream()
                        .filter(Objects::nonNull)
                        .map(AttributeText::text)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }
}
