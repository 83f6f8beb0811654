package com.learnamp.entra.simulator.tenants;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a tenant's administrators have granted to each app. An app that was never granted anything
 * is unknown in the tenant; one whose grant was taken back still gets tokens, without roles.
 */
public final class Consent {

    /** What the product asks for. */
    public static final Set<String> USUAL_ROLES =
            Set.of(
                    "User.Read.All",
                    "Group.Read.All",
                    "GroupMember.Read.All",
                    "ProfilePhoto.Read.All");

    private final Map<String, Set<String>> roles = new TreeMap<>();
    private Runnable changed = () -> {};

    synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    public synchronized void grant(String clientId, Set<String> granted) {
        roles.put(clientId, new TreeSet<>(granted));
        changed.run();
    }

    public synchronized void revoke(String clientId) {
        roles.computeIfPresent(clientId, (any, before) -> new TreeSet<>());
        changed.run();
    }

    /** Removes the app from the tenant, as if nobody had ever consented. */
    public synchronized void forget(String clientId) {
        roles.remove(clientId);
        changed.run();
    }

    /** The roles of the app; empty if the tenant doesn't know it. */
    public synchronized Optional<Set<String>> roles(String clientId) {
        return Optional.ofNullable(roles.get(clientId)).map(Set::copyOf);
    }

    public synchronized Map<String, Set<String>> all() {
        return new TreeMap<>(roles);
    }
}
