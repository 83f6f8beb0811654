package com.learnamp.entra.stack.system;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Waits for what must come true. */
final class Await {

    private static final long LOOK_EVERY_MILLISECONDS = 1_000;

    private Await() {}

    /**
     * Until store and directory are equal, for as long as it takes within the limit. People who had
     * been deleted before the company was connected are left out: nothing that Graph says of their
     * return tells that they are in the group, so that only the next full sync finds them.
     */
    static void equality(RunningSystem system, Duration within) throws Exception {
        equalityBut(system.deletedBefore(), system, within);
    }

    /** Until store and directory are equal without exception, as a full sync makes them. */
    static void fullEquality(RunningSystem system, Duration within) throws Exception {
        equalityBut(Set.of(), system, within);
    }

    private static void equalityBut(Set<String> left, RunningSystem system, Duration within)
            throws Exception {
        nothing(
                within,
                () ->
                        CompareStore.differences(
                                system.directory().people().stream()
                                        .filter(person -> !left.contains(person.id()))
                                        .toList(),
                                system.store().people().stream()
                                        .filter(row ->
                                                row.objectId() == null
                                                        || !left.contains(row.objectId()))
                                        .toList(),
                                system.store().language()));
    }

    /** Until there is nothing to complain about; a system that is down for a while is one, too. */
    static void nothing(Duration within, Callable<List<String>> complaints) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        List<String> last = complaintsOrFailure(complaints);
        while (!last.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY_MILLISECONDS);
            last = complaintsOrFailure(complaints);
        }
        Assertions.assertThat(last).as("after %s", within).isEmpty();
    }

    private static List<String> complaintsOrFailure(Callable<List<String>> complaints) {
        try {
            return complaints.call();
        } catch (Exception failure) {
            return List.of(failure.toString());
        }
    }
}
