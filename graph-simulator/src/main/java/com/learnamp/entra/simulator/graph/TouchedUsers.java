package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to one person within a round of a delta query.
 *
 * @param properties those that were changed
 * @param manager the last change of the manager
 */
record TouchedUsers(Set<String> properties, Optional<Change> manager) {

    /** By the ids of the people, in the order in which they were first changed. */
    static Map<String, TouchedUsers> of(DeltaToken round, GraphRequest request) {
        Set<String> ids = DeltaRounds.ids(round);
        Set<String> tracked =
                new LinkedHashSet<>(UserDelta.properties(round.options()).of(ObjectKind.USER));
        boolean all = UserDelta.properties(round.options()).isDefault();
        Map<String, TouchedUsers> touched = new LinkedHashMap<>();
        int count = (int) (round.upTo() - round.from());
        for (Change change : request.tenant().directory().changes(round.from(), count)) {
            boolean wanted =
                    change.kind() == ObjectKind.USER
                            && (ids.isEmpty() || ids.contains(change.objectId()))
                            && isTracked(
                                    change, tracked, all, UserDelta.tracksManager(round.options()));
            if (wanted) {
                touched.merge(change.objectId(), of(change), TouchedUsers::both);
            }
        }
        return touched;
    }

    private static boolean isTracked(
            Change change, Set<String> tracked, boolean all, boolean manager) {
        return switch (change.action()) {
            case CREATED, DELETED, RESTORED, PURGED -> true;
            case UPDATED -> all || change.after().keySet().stream().anyMatch(tracked::contains);
            case MANAGER_SET, MANAGER_CLEARED -> manager;
            case MEMBER_ADDED, MEMBER_REMOVED, PHOTO_SET, PHOTO_REMOVED -> false;
        };
    }

    private static TouchedUsers of(Change change) {
        boolean manager =
                change.action() == Action.MANAGER_SET || change.action() == Action.MANAGER_CLEARED;
        return new TouchedUsers(
                change.after().keySet(), manager ? Optional.of(change) : Optional.empty());
    }

    private static TouchedUsers both(TouchedUsers earlier, TouchedUsers later) {
        Set<String> properties = new LinkedHashSet<>(earlier.properties());
        properties.addAll(later.properties());
        return new TouchedUsers(
                properties, later.manager().isPresent() ? later.manager() : earlier.manager());
    }
}
