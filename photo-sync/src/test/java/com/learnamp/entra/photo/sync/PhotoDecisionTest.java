package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.PhotoReading;
import com.learnamp.entra.graph.PhotoSize;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoDecisionTest {

    private static final UUID USER = UUID.randomUUID();
    private static final String ETAG = "\"BA09D118\"";
    private static final StoredPhoto NEVER_SEEN = stored(null, false, null, null);
    private static final StoredPhoto EQUAL = stored(ETAG, true, "aa", "aa");

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("first sight", metadata(ETAG, 648), NEVER_SEEN, fetch(PhotoSize.PX_240)),
                arguments(
                        "a small upload", metadata(ETAG, 96), NEVER_SEEN, fetch(PhotoSize.LARGEST)),
                arguments("the same", metadata(ETAG, 648), EQUAL, new PhotoDecision.Keep()),
                arguments(
                        "another picture",
                        metadata("\"2\"", 648),
                        EQUAL,
                        new PhotoDecision.Fetch(PhotoSize.PX_240, "\"2\"")),
                arguments(
                        "replaced by hand",
                        metadata(ETAG, 648),
                        stored(ETAG, true, "aa", "bb"),
                        new PhotoDecision.SetBack()),
                arguments(
                        "taken away by hand",
                        metadata(ETAG, 648),
                        stored(ETAG, true, "aa", null),
                        new PhotoDecision.SetBack()),
                arguments(
                        "refused before",
                        metadata(ETAG, 648),
                        stored(ETAG, true, null, "bb"),
                        new PhotoDecision.Keep()),
                arguments(
                        "none in Entra",
                        new PhotoReading.NoPhoto(USER),
                        EQUAL,
                        new PhotoDecision.Remove()),
                arguments(
                        "none in Entra, an upload by hand in Learn Amp",
                        new PhotoReading.NoPhoto(USER),
                        stored(null, false, null, "bb"),
                        new PhotoDecision.None()),
                arguments(
                        "throttled",
                        failed(Duration.ofMillis(2128)),
                        EQUAL,
                        new PhotoDecision.Postpone(Duration.ofMillis(2128))),
                arguments(
                        "unavailable",
                        failed(null),
                        EQUAL,
                        new PhotoDecision.Postpone(Duration.ofSeconds(10))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void decidesFromWhatGraphAndTheStoreSay(
            String name, PhotoReading reading, StoredPhoto stored, PhotoDecision expected) {
        assertThat(PhotoDecision.decide(reading, stored, 1)).isEqualTo(expected);
    }

    @Test
    void waitsTwiceAsLongEachTimeAndAnHourAtMost() {
        GraphException away = new GraphException(GraphException.Category.UNAVAILABLE, "later");

        assertThat(PhotoDecision.afterFailure(away, 3))
                .isEqualTo(new PhotoDecision.Postpone(Duration.ofSeconds(40)));
        assertThat(PhotoDecision.afterFailure(away, 300))
                .isEqualTo(new PhotoDecision.Postpone(Duration.ofHours(1)));
    }

    @Test
    void doesNotAskForEverAboutSomebodyWhomGraphRefuses() {
        GraphException refused = new GraphException(GraphException.Category.FORBIDDEN, "no");

        assertThat(PhotoDecision.afterFailure(refused, 4))
                .isInstanceOf(PhotoDecision.Postpone.class);
        assertThat(PhotoDecision.afterFailure(refused, 5)).isEqualTo(new PhotoDecision.GiveUp());
    }

    private static PhotoDecision fetch(PhotoSize size) {
        return new PhotoDecision.Fetch(size, ETAG);
    }

    private static PhotoReading metadata(String etag, int side) {
        return new PhotoReading.PhotoMetadata(USER, etag, "image/jpeg", side, side);
    }

    private static PhotoReading failed(@Nullable Duration retryAfter) {
        return new PhotoReading.Failed(
                USER,
                new GraphException(
                        retryAfter == null
                                ? GraphException.Category.UNAVAILABLE
                                : GraphException.Category.THROTTLED,
                        "later",
                        null,
                        retryAfter,
                        null));
    }

    private static StoredPhoto stored(
            @Nullable String etag, boolean settled, @Nullable String set, @Nullable String shown) {
        return new StoredPhoto(true, false, etag, settled, false, set, shown);
    }
}
