package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message about somebody, read from a topic again.
 *
 * @param mappedAt when it was made, of those of one version; of what was read the time of the read
 */
record Replayed(Message message, Version version, Instant mappedAt) {

    /** Empty for what is about nobody, such as a run's end, and for what can't be read. */
    static Optional<Replayed> of(ReplayTarget target, ConsumerRecord<String, byte[]> record) {
        return MessageCodec.read(record.value(), target.payload())
                        instanceof Parsed.Read<? extends Message> read
                ? of(read.message())
                : Optional.empty();
    }

    private static Optional<Replayed> of(Message message) {
        return switch (message) {
            case UserSnapshot one ->
                    Optional.of(new Replayed(one, one.version(), one.observedAt()));
            case UserOutOfScope one ->
                    Optional.of(new Replayed(one, one.version(), one.observedAt()));
            case UpsertUser one -> Optional.of(new Replayed(one, one.version(), one.mappedAt()));
            case DeactivateUser one ->
                    Optional.of(new Replayed(one, one.version(), one.mappedAt()));
            case RejectUser one -> Optional.of(new Replayed(one, one.version(), one.mappedAt()));
            default -> Optional.empty();
        };
    }

    boolean isNewerThan(Replayed other) {
        int order = version.compareTo(other.version);
        return order > 0 || order == 0 && mappedAt.isAfter(other.mappedAt);
    }

    /** The same, as the replay says it. */
    Message saidBy(Origin origin) {
        return switch (message) {
            case UserSnapshot one ->
                    new UserSnapshot(
                            one.company(),
                            one.user(),
                            one.version(),
                            one.revision(),
                            one.observedAt(),
                            origin,
                            one.attributes(),
                            one.manager());
            case UserOutOfScope one ->
                    new UserOutOfScope(
                            one.company(),
                            one.user(),
                            one.version(),
                            one.revision(),
                            one.observedAt(),
                            origin,
                            one.evidence());
            case UpsertUser one ->
                    new UpsertUser(
                            one.company(),
                            one.user(),
                            one.version(),
                            one.revision(),
                            one.observedAt(),
                            one.mappedAt(),
                            origin,
                            one.fields(),
                            one.manager());
            case DeactivateUser one ->
                    new DeactivateUser(
                            one.company(),
                            one.user(),
                            one.version(),
                            one.revision(),
                            one.observedAt(),
                            one.mappedAt(),
                            origin,
                            one.reason());
            case RejectUser one ->
                    new RejectUser(
                            one.company(),
                            one.user(),
                            one.version(),
                            one.revision(),
                            one.observedAt(),
                            one.mappedAt(),
                            origin,
                            one.reason(),
                            one.displayName());
            default -> throw new IllegalStateException("it is about nobody");
        };
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Replayed[" + message.key() + " " + version + "]";
    }
}
