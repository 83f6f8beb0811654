package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether people are in the bin: twenty in one batch. */
final class LookInBin {

    private final Batch batch;
    private final Clock clock;

    LookInBin(Batch batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    static void check(List<UUID> users) {
        if (users.size() > Batch.MOST_STEPS) {
            throw new IllegalArgumentException(
                    "The bin is looked through for at most " + Batch.MOST_STEPS + " users at once");
        }
    }

    List<DeletedState> look(List<UUID> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        RequestTag tag = RequestTag.batch(RequestKind.DELETED_ITEM);
        List<UUID> asked = List.copyOf(new LinkedHashSet<>(users));
        Map<String, BatchAnswer> answers =
                batch.send(
                        tag,
                        asked.stream()
                                .map(user ->
                                        BatchStep.get(
                                                user.toString(),
                                                "/directory/deletedItems/" + user + "?$select=id"))
                                .toList());
        return asked.stream().map(user -> state(user, tag, answers.get(user.toString()))).toList();
    }

    private DeletedState state(UUID user, RequestTag tag, @Nullable BatchAnswer answer) {
        if (answer == null) {
            return new DeletedState.Failed(
                    user,
                    new GraphException(
                            Category.UNAVAILABLE,
                            "Microsoft Graph left a part of the batch unanswered; it is asked again by itself."));
        }
        if (answer.notFound()) {
            return new DeletedState.NotDeleted(user);
        }
        return answer.successful()
                ? new DeletedState.SoftDeleted(user)
                : new DeletedState.Failed(user, GraphFailures.sort(answer.failure(tag, clock)));
    }
}
