package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where calls to the SDK are made: all that it throws is sorted, and nothing comes
 * back null.
 */
final class GraphCalls {

    private final RenewableCredential credential;

    GraphCalls(RenewableCredential credential) {
        this.credential = credential;
    }

    <T> T send(Supplier<@Nullable T> request) {
        long generation = credential.generation();
        try {
            return attempt(request);
        } catch (GraphException failure) {
            if (oldTokenMayBeToBlame(failure) && credential.renew(generation)) {
                return attempt(request);
            }
            throw failure;
        }
    }

    /**
     * For batches, whose refusals are values: one that an old token explains is asked once more as
     * well.
     */
    <T> List<T> sendBatch(Supplier<@Nullable List<T>> request, Predicate<T> refused) {
        long generation = credential.generation();
        List<T> answers = send(request);
        return answers.stream().anyMatch(refused) && credential.renew(generation)
                ? send(request)
                : answers;
    }

    /** For requests whose answer has no body. */
    void run(Runnable request) {
        send(() -> {
            request.run();
            return Boolean.TRUE;
        });
    }

    /**
     * What must be in an answer: where a list is missing, nothing is concluded, least of all that
     * it is empty.
     */
    static <T> T present(@Nullable T part, String name) {
        if (part == null) {
            throw new GraphException(
                    Category.MALFORMED,
                    "Microsoft Graph's answer lacks "
                            + name
                            + ". Check the Graph address and any proxy on the way.");
        }
        return part;
    }

    private static <T> T attempt(Supplier<@Nullable T> request) {
        try {
            return present(request.get(), "its contents");
        } catch (RuntimeException thrown) {
            throw ThrownFailures.sort(thrown);
        }
    }

    static boolean oldTokenMayBeToBlame(GraphException failure) {
        return failure.category() == Category.TOKEN_REFUSED
                || failure.category() == Category.CONSENT_MISSING;
    }
}
