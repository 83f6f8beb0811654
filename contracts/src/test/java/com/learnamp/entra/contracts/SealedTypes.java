package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The records that a sealed interface permits, at any depth. */
final class SealedTypes {

    private SealedTypes() {}

    static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(permitted -> leaves(permitted).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of(type);
    }

    static String wireName(Class<?> leaf) {
        return leaf.getAnnotation(JsonTypeName.class).value();
    }
}
