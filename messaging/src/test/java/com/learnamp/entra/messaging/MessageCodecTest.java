package com.learnamp.entra.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {

    private static final SyncRequest REQUEST =
            new SyncRequest.LookUpUser(
                    new CompanyId(7),
                    new EntraObjectId(UUID.fromString("11111111-2222-3333-4444-555555555555")),
                    SyncRequest.LookUpUser.Reason.ADMIN,
                    Instant.parse("2026-11-24T11:50:00.123456Z"));

    @Test
    void readsWhatItWrote() {
        byte[] bytes = MessageCodec.write(REQUEST);

        assertThat(MessageCodec.read(bytes, SyncRequest.class))
                .isEqualTo(new Parsed.Read<>(REQUEST));
    }

    @Test
    void ignoresFieldsOfANewerVersion() {
        String newer =
                new String(MessageCodec.write(REQUEST), UTF_8)
                        .replaceFirst("\\{", "{\"fromTheFuture\":{\"a\":[1]},");

        assertThat(MessageCodec.read(newer.getBytes(UTF_8), SyncRequest.class))
                .isEqualTo(new Parsed.Read<>(REQUEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``| SyncRequest",
                "null | null",
                "{ | SyncRequest",
                "[] | SyncRequest",
                "{\"type\":\"from-the-future\"} | type",
                "{\"company\":7} | type",
                "{\"type\":\"look-up-user\",\"company\":7} | SyncRequest",
                "{\"type\":\"look-up-user\",\"company\":-1} | SyncRequest",
            })
    void tellsWhyBytesCannotBeRead(String bytes, String inReason) {
        Parsed<SyncRequest> parsed = MessageCodec.read(bytes.getBytes(UTF_8), SyncRequest.class);

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains(inReason));
    }

    @Test
    void saysNothingOfTheContentInTheReason() {
        byte[] bytes = "{\"type\":\"user-changed\",\"tenant\":\"ada@example.com\"}".getBytes(UTF_8);

        assertThat(MessageCodec.read(bytes, ChangeNotification.class).toString())
                .doesNotContain("example.com");
    }

    @Test
    void takesARecordWithoutValueAsATombstone() {
        assertThat(MessageCodec.read(null, SyncRequest.class))
                .isEqualTo(new Parsed.Tombstone<SyncRequest>());
    }
}
