package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What graph-fetcher holds while everybody of a group is listed. {@code ./dev listing-memory} runs
 * it with a group that would not fit into its 300 MB.
 */
class ListingMemoryIT {

    private static final int PEOPLE = Integer.getInteger("listing.people", 2_500);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final double MEGABYTE = 1 << 20;

    @Test
    void aGroupIsListedPageByPageHoweverLargeItIs() {
        FetcherProcess fetcher = FetcherProcess.running();
        Customer customer = Surroundings.customer(PEOPLE).connected();
        List<Double> megabytes = new ArrayList<>();
        long began = System.nanoTime();

        SyncRunId run = customer.sync(RunTrigger.INITIAL);

        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    megabytes.add(heap(fetcher));
                    return isEnded(run);
                });
        assertThat(column(run, "state")).isEqualTo("complete");
        assertThat(Integer.parseInt(column(run, "people"))).isEqualTo(customer.people().size());
        int third = Math.max(1, megabytes.size() / 3);
        System.out.printf(
                Locale.ROOT,
                "%s people listed in %d s, with %s requests (the least is %d) of %s resource units; graph-fetcher's"
                        + " heap, of 300 MB: at most %.0f MB in the first third of the time, %.0f MB in the"
                        + " last%n",
                column(run, "people"),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                column(run, "requests"),
                CostIT.leastWithManagers(customer),
                column(run, "resource_units"),
                Collections.max(megabytes.subList(0, third)),
                Collections.max(megabytes.subList(megabytes.size() - third, megabytes.size())));
    }

    /** What is used, garbage included. */
    private static double heap(FetcherProcess fetcher) {
        return fetcher.get("/q/metrics")
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(line ->
                                Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / MEGABYTE;
    }

    private static boolean isEnded(SyncRunId run) {
        return !column(run, "ended_at").isEmpty();
    }

    private static String column(SyncRunId run, String name) {
        return Store.text(
                        "SELECT " + name + "::text FROM directory.listings WHERE run_id = ?",
                        run.value())
                .orElse("");
    }
}
