package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.graph.DirectoryUser;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of somebody, as a company wants it: with the manager only where managers are, and
 * with what its own mappings need.
 */
public record Person(
        EntraObjectId id, EntraUser attributes, ManagerReading manager, ContentHash hash) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(manager, "manager");
        Objects.requireNonNull(hash, "hash");
    }

    /** Empty when Graph gives the id alone: we may not read this person, so nothing is known. */
    public static Optional<Person> of(DirectoryUser user, IntegrationSettings settings) {
        if (user.userPrincipalName() == null) {
            return Optional.empty();
        }
        EntraUser attributes = MappedAttributes.read(user, settings);
        ManagerReading manager =
                settings.assignManagers() ? reading(user.manager()) : new ManagerReading.NotRead();
        return Optional.of(
                new Person(
                        new EntraObjectId(user.id()),
                        attributes,
                        manager,
                        ContentHash.of(attributes, manager)));
    }

    /** Null where there is none, or where nobody asked. */
    public @Nullable EntraObjectId managerId() {
        return manager instanceof ManagerReading.Is is ? is.manager() : null;
    }

    public UserSnapshot snapshot(
            IntegrationSettings settings, Version version, Instant observedAt, Origin origin) {
        return new UserSnapshot(
                settings.company(),
                id,
                version,
                settings.revision(),
                observedAt,
                origin,
                attributes,
                manager);
    }

    private static ManagerReading reading(com.learnamp.entra.graph.ManagerReading read) {
        return switch (read) {
            case com.learnamp.entra.graph.ManagerReading.NotRead notRead ->
                    new ManagerReading.NotRead();
            case com.learnamp.entra.graph.ManagerReading.None none -> new ManagerReading.None();
            case com.learnamp.entra.graph.ManagerReading.Is is ->
                    new ManagerReading.Is(new EntraObjectId(is.manager()));
        };
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
