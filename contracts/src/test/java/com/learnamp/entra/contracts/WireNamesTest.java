package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WireNamesTest {

    @Test
    void everyMessageIsInTheTableOnce() {
        assertThat(Arrays.stream(MessageType.values()).<Class<?>>map(MessageType::message))
                .containsExactlyInAnyOrderElementsOf(SealedTypes.leaves(Message.class));
        assertThat(Arrays.stream(MessageType.values()).map(MessageType::wireName))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theTableAndJacksonAgree(MessageType type) {
        assertThat(SealedTypes.wireName(type.message())).isEqualTo(type.wireName());
        assertThat(MessageType.named(type.wireName())).contains(type);
    }

    @ParameterizedTest
    @MethodSource("polymorphic")
    void jacksonKnowsAllThatTheCompilerPermits(Class<?> type) {
        assertThat(type.getAnnotation(JsonTypeInfo.class).use()).isEqualTo(JsonTypeInfo.Id.NAME);
        assertThat(
                        Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                                .<Class<?>>map(JsonSubTypes.Type::value))
                .containsExactlyInAnyOrderElementsOf(SealedTypes.leaves(type));
        assertThat(SealedTypes.leaves(type).stream().map(SealedTypes::wireName))
                .doesNotHaveDuplicates();
    }

    static Stream<Class<?>> polymorphic() {
        List<Class<?>> others =
                List.of(UserEvent.class, ManagerReading.class, RunEnded.Outcome.class);
        return Stream.concat(
                Arrays.stream(Topic.values())
                        .flatMap(topic -> topic.payload().stream())
                        .<Class<?>>map(payload -> payload)
                        .filter(Class::isSealed)
                        .distinct(),
                others.stream());
    }

    @Test
    void everyMessageTravelsOnSomeTopic() {
        assertThat(
                        Arrays.stream(Topic.values())
                                .flatMap(topic -> topic.payload().stream())
                                .flatMap(payload -> SealedTypes.leaves(payload).stream())
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(SealedTypes.leaves(Message.class));
    }
}
