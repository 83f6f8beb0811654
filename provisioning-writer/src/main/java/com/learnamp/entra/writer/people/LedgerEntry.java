package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the writer knows of an Entra object.
 *
 * @param version of the newest command that it applied
 * @param userId of the person that the object is bound to
 * @param manager as last read; {@code NotRead} if it never was
 * @param written what this integration wrote last, by column
 * @param claimedEmail an address that the object has in Entra while somebody else holds it here
 * @param seenRevision of the settings with which the object was last in scope; 0 if it never was
 */
public record LedgerEntry(
        UUID object,
        Version version,
        State state,
        @Nullable Long userId,
        ManagerReading manager,
        Map<String, String> written,
        Instant observedAt,
        @Nullable String claimedEmail,
        long seenRevision) {

    /** How the object stands. */
    public enum State {
        IN_SCOPE,
        OUT_OF_SCOPE,
        REJECTED
    }

    public LedgerEntry {
        written = Map.copyOf(written);
    }

    /** The entry after a command, before anything follows from it. */
    public static LedgerEntry after(
            UserCommand command, State state, Optional<LedgerEntry> before) {
        return new LedgerEntry(
                command.user().value(),
                command.version(),
                state,
                before.map(LedgerEntry::userId).orElse(null),
                before.map(LedgerEntry::manager).orElse(new ManagerReading.NotRead()),
                before.map(LedgerEntry::written).orElse(Map.of()),
                command.observedAt(),
                null,
                state == State.OUT_OF_SCOPE
                        ? before.map(LedgerEntry::seenRevision).orElse(0L)
                        : command.revision());
    }

    /**
     * @param user null for nobody
     */
    public LedgerEntry withUser(@Nullable Long user) {
        return new LedgerEntry(
                object,
                version,
                state,
                user,
                manager,
                written,
                observedAt,
                claimedEmail,
                seenRevision);
    }

    public LedgerEntry withManager(ManagerReading reading) {
        return new LedgerEntry(
                object,
                version,
                state,
                userId,
                reading,
                written,
                observedAt,
                claimedEmail,
                seenRevision);
    }

    public LedgerEntry withClaim(@Nullable String email) {
        return new LedgerEntry(
                object, version, state, userId, manager, written, observedAt, email, seenRevision);
    }

    /** What was written of the person while he was bound to another object is written by this. */
    public LedgerEntry succeeding(LedgerEntry before) {
        return withWritten(before.written);
    }

    /**
     * @param value null forgets it
     */
    public LedgerEntry withWritten(UserField field, @Nullable String value) {
        return withWritten(field.column(), value);
    }

    /**
     * @param value null forgets it
     */
    public LedgerEntry withWritten(String column, @Nullable String value) {
        Map<String, String> changed = new HashMap<>(written);
        if (value == null) {
            changed.remove(column);
        } else {
            changed.put(column, value);
        }
        return withWritten(changed);
    }

    private LedgerEntry withWritten(Map<String, String> changed) {
        return new LedgerEntry(
                object,
                version,
                state,
                userId,
                manager,
                changed,
                observedAt,
                claimedEmail,
                seenRevision);
    }

    public @Nullable String written(UserField field) {
        return written(field.column());
    }

    public @Nullable String written(String column) {
        return written.get(column);
    }

    public boolean isOutOfScope() {
        return state == State.OUT_OF_SCOPE;
    }

    /**
     * Whether the command has something to say: it is newer; or a replay says once more what is
     * known, which makes good what was lost. Who leaves is not said twice: whoever is active now in
     * spite of it is so for a reason.
     */
    public boolean isOlderThan(UserCommand command) {
        return command.version().isNewerThan(version)
                || command.origin().cause() == Origin.Cause.REPLAY
                        && command.version().equals(version)
                        && !(command instanceof DeactivateUser);
    }
}
