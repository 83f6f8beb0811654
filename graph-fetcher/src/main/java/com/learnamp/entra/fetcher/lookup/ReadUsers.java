package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.graph.DeletedState;
import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.LookUp;
import com.learnamp.entra.graph.UserSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Up to ten people in one request; one more for each who is not found, to ask the bin. */
public final class ReadUsers {

    /** How many people one request is about. */
    public static final int AT_ONCE = 10;

    private static final int GROUPS_AT_ONCE = 20;

    /** What came of asking about one person. */
    public sealed interface Answer {

        record Read(Reading reading) implements Answer {
            public Read {
                Objects.requireNonNull(reading, "reading");
            }
        }

        /** Graph did not say. */
        record Failed(GraphException reason) implements Answer {
            public Failed {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }

    private ReadUsers() {}

    /**
     * @param users at most {@link #AT_ONCE}
     * @param groups whose members they may be; beyond twenty it takes a request for each twenty
     * @param selection which attributes are read
     * @throws GraphException if Graph says nothing about anybody
     */
    public static Map<EntraObjectId, Answer> read(
            GraphDirectory graph,
            Collection<EntraObjectId> users,
            Collection<EntraObjectId> groups,
            UserSelection selection) {
        List<UUID> ids = users.stream().map(EntraObjectId::value).toList();
        List<UUID> scopes = groups.stream().map(EntraObjectId::value).distinct().toList();
        Map<EntraObjectId, Answer> answers = new HashMap<>();
        for (int from = 0; from < scopes.size(); from += GROUPS_AT_ONCE) {
            List<UUID> some = scopes.subList(from, Math.min(from + GROUPS_AT_ONCE, scopes.size()));
            for (LookUp found : graph.lookUp(ids, new ArrayList<>(some), selection)) {
                answers.merge(
                        new EntraObjectId(found.user()), answer(graph, found), ReadUsers::both);
            }
        }
        return answers;
    }

    private static Answer answer(GraphDirectory graph, LookUp found) {
        return switch (found) {
            case LookUp.Found there ->
                    new Answer.Read(new Reading.Present(there.profile(), there.memberOf()));
            case LookUp.NotFound nowhere -> bin(graph, nowhere.user());
            case LookUp.Failed failed -> new Answer.Failed(failed.reason());
        };
    }

    private static Answer bin(GraphDirectory graph, UUID user) {
        try {
            return new Answer.Read(
                    graph.deleted(user) == DeletedState.SOFT_DELETED
                            ? new Reading.InBin()
                            : new Reading.Absent());
        } catch (GraphException failure) {
            return new Answer.Failed(failure);
        }
    }

    /** Of two readings of the same person that asked about different groups. */
    private static Answer both(Answer one, Answer other) {
        if (one instanceof Answer.Read(Reading.Present first)
                && other instanceof Answer.Read(Reading.Present second)) {
            Set<UUID> memberOf = new HashSet<>(first.memberOf());
            memberOf.addAll(second.memberOf());
            return new Answer.Read(new Reading.Present(second.profile(), memberOf));
        }
        return one instanceof Answer.Read ? other : one;
    }
}
