package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
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
