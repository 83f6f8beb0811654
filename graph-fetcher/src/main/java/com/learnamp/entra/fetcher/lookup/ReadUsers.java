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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Up to ten people in one request, and one more if some are not found, to ask the bin. */
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
        Set<UUID> nowhere = new LinkedHashSet<>();
        for (int from = 0; from < scopes.size(); from += GROUPS_AT_ONCE) {
            List<UUID> some = scopes.subList(from, Math.min(from + GROUPS_AT_ONCE, scopes.size()));
            for (LookUp found : graph.lookUp(ids, new ArrayList<>(some), selection)) {
                switch (found) {
                    case LookUp.Found there ->
                            answers.merge(
                                    new EntraObjectId(there.user()),
                                    new Answer.Read(
                                            new Reading.Present(there.profile(), there.memberOf())),
                                    ReadUsers::both);
                    case LookUp.NotFound gone -> nowhere.add(gone.user());
                    case LookUp.Failed failed ->
                            answers.merge(
                                    new EntraObjectId(failed.user()),
                                    new Answer.Failed(failed.reason()),
                                    ReadUsers::both);
                }
            }
        }
        inBin(graph, nowhere)
                .forEach((user, answer) -> answers.merge(user, answer, ReadUsers::both));
        return answers;
    }

    private static Map<EntraObjectId, Answer> inBin(GraphDirectory graph, Set<UUID> nowhere) {
        Map<EntraObjectId, Answer> answers = new HashMap<>();
        if (nowhere.isEmpty()) {
            return answers;
        }
        try {
            for (DeletedState state : graph.deleted(List.copyOf(nowhere))) {
                answers.put(
                        new EntraObjectId(state.user()),
                        switch (state) {
                            case DeletedState.SoftDeleted gone ->
                                    new Answer.Read(new Reading.InBin());
                            case DeletedState.NotDeleted gone ->
                                    new Answer.Read(new Reading.Absent());
                            case DeletedState.Failed failed -> new Answer.Failed(failed.reason());
                        });
            }
        } catch (GraphException failure) {
            nowhere.forEach(
                    user -> answers.put(new EntraObjectId(user), new Answer.Failed(failure)));
        }
        return answers;
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
