package com.learnamp.entra.stack.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Waits for what must come true. */
final class Await {

    private static final long LOOK_EVERY_MILLISECONDS = 1_000;

    private Await() {}

    /** Until store and directory are equal, for as long as it takes within the limit. */
    static void equality(RunningSystem system, Duration within) throws Exception {
        nothing(
                within,
                () ->
                        CompareStore.differences(
                                system.directory().people(),
                                system.store().people(),
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
