package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.fetcher.roster.RosterWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages about people and the roster's rows that follow once Kafka has them. */
public final class Tellings {

    private final Version version;
    private final Instant at;
    private final boolean live;
    private final List<UserMessage> messages = new ArrayList<>();
    private final List<RosterWrite> writes = new ArrayList<>();
    private final Set<EntraObjectId> cameOrWent = new HashSet<>();
    private final Set<EntraObjectId> unchanged = new HashSet<>();

    /**
     * @param version taken just before the request that everything here was read by
     * @param live whether it was a look-up
     */
    public Tellings(Version version, Instant at, boolean live) {
        this.version = Objects.requireNonNull(version, "version");
        this.at = Objects.requireNonNull(at, "at");
        this.live = live;
    }

    public void inScope(IntegrationSettings settings, Person person, Origin origin) {
        messages.add(person.snapshot(settings, version, at, origin));
        writes.add(
                write(
                        settings,
                        new RosterKey(settings.company(), person.id()),
                        RosterEntry.State.IN_SCOPE,
                        person.hash(),
                        person.managerId()));
    }

    public void outOfScope(
            IntegrationSettings settings,
            RosterKey key,
            Optional<RosterEntry> known,
            UserOutOfScope.Evidence evidence,
            Origin origin) {
        messages.add(
                new UserOutOfScope(
                        key.company(),
                        key.object(),
                        version,
                        settings.revision(),
                        at,
                        origin,
                        evidence));
        writes.add(
                write(
                        settings,
                        key,
                        RosterEntry.State.DEPARTED,
                        known.map(RosterEntry::hash).orElse(ContentHash.NONE),
                        null));
        if (evidence != UserOutOfScope.Evidence.NOT_A_MEMBER) {
            cameOrWent.add(key.object());
        }
    }

    /** Of somebody who had left: whose manager he was may be his report again. */
    public void returned(EntraObjectId person) {
        cameOrWent.add(person);
    }

    /** Of somebody in scope of whom there is nothing to tell. */
    public void unchanged(EntraObjectId person) {
        unchanged.add(person);
    }

    public Set<EntraObjectId> unchanged() {
        return Set.copyOf(unchanged);
    }

    /** People who were deleted or came back: Graph says nothing of their reports. */
    public Set<EntraObjectId> cameOrWent() {
        return Set.copyOf(cameOrWent);
    }

    /** Nobody is told, but a later hint about this person is not one about a stranger. */
    public void remember(IntegrationSettings settings, RosterKey key) {
        writes.add(write(settings, key, RosterEntry.State.DEPARTED, ContentHash.NONE, null));
    }

    /** Of whom Kafka is told. */
    Set<RosterKey> told() {
        Set<RosterKey> told = new HashSet<>();
        for (UserMessage message : messages) {
            switch (message) {
                case UserSnapshot snapshot ->
                        told.add(new RosterKey(snapshot.company(), snapshot.user()));
                case UserOutOfScope departure ->
                        told.add(new RosterKey(departure.company(), departure.user()));
                case RunEnded ended -> {}
            }
        }
        return told;
    }

    /** Everybody whose id is told or remembered, managers too. */
    Set<RosterKey> named() {
        Set<RosterKey> named = told();
        for (RosterWrite write : writes) {
            named.add(write.key());
            @Nullable EntraObjectId manager = write.manager();
            if (manager != null) {
                named.add(new RosterKey(write.key().company(), manager));
            }
        }
        return named;
    }

    /** The same without these people: whom they managed has a manager that was not read. */
    Tellings without(Set<RosterKey> people) {
        Tellings rest = new Tellings(version, at, live);
        rest.cameOrWent.addAll(cameOrWent);
        rest.unchanged.addAll(unchanged);
        for (UserMessage message : messages) {
            switch (message) {
                case UserSnapshot snapshot -> rest.messages.add(withoutManager(snapshot, people));
                case UserOutOfScope departure -> rest.messages.add(departure);
                case RunEnded ended -> rest.messages.add(ended);
            }
        }
        rest.messages.removeIf(message -> isAbout(message, people));
        for (RosterWrite write : writes) {
            if (!people.contains(write.key())) {
                rest.writes.add(withoutManager(write, people));
            }
        }
        return rest;
    }

    private static boolean isAbout(UserMessage message, Set<RosterKey> people) {
        return switch (message) {
            case UserSnapshot snapshot ->
                    people.contains(new RosterKey(snapshot.company(), snapshot.user()));
            case UserOutOfScope departure ->
                    people.contains(new RosterKey(departure.company(), departure.user()));
            case RunEnded ended -> false;
        };
    }

    private static UserSnapshot withoutManager(UserSnapshot snapshot, Set<RosterKey> people) {
        return snapshot.manager() instanceof ManagerReading.Is is
                        && people.contains(new RosterKey(snapshot.company(), is.manager()))
                ? new UserSnapshot(
                        snapshot.company(),
                        snapshot.user(),
                        snapshot.version(),
                        snapshot.revision(),
                        snapshot.observedAt(),
                        snapshot.origin(),
                        snapshot.attributes(),
                        new ManagerReading.NotRead())
                : snapshot;
    }

    private static RosterWrite withoutManager(RosterWrite write, Set<RosterKey> people) {
        @Nullable EntraObjectId manager = write.manager();
        return manager != null && people.contains(new RosterKey(write.key().company(), manager))
                ? new RosterWrite(
                        write.key(),
                        write.group(),
                        write.state(),
                        write.version(),
                        write.revision(),
                        write.hash(),
                        null,
                        write.at(),
                        write.live())
                : write;
    }

    public List<UserMessage> messages() {
        return List.copyOf(messages);
    }

    public List<RosterWrite> writes() {
        return List.copyOf(writes);
    }

    private RosterWrite write(
            IntegrationSettings settings,
            RosterKey key,
            RosterEntry.State state,
            ContentHash hash,
            @Nullable EntraObjectId manager) {
        return new RosterWrite(
                key,
                settings.group(),
                state,
                version,
                settings.revision(),
                hash,
                manager,
                at,
                live);
    }
}
