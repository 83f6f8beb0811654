package com.learnamp.entra.stack.commands;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How much heap a service uses while something goes on, looked at four times a second. */
final class WatchHeap implements AutoCloseable {

    private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
    private static final double MEGABYTE = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> megabytes = Collections.synchronizedList(new ArrayList<>());
    private final URI metrics;

    private WatchHeap(URI metrics) {
        this.metrics = metrics;
    }

    static WatchHeap of(int port) {
        WatchHeap watch = new WatchHeap(URI.create("http://127.0.0.1:" + port + "/q/metrics"));
        watch.clockwork.scheduleWithFixedDelay(watch::look, 0, 250, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The highest of the first and of the last third: what grew would differ. */
    String describe() {
        List<Double> all = List.copyOf(megabytes);
        int third = Math.max(1, all.size() / 3);
        return all.isEmpty()
                ? "its metrics could not be read"
                : "at most %.0f MB in the first third, %.0f MB in the last"
                        .formatted(
                                Collections.max(all.subList(0, third)),
                                Collections.max(all.subList(all.size() - third, all.size())));
    }

    /** In megabytes, since this was asked last. */
    double mostSinceLast() {
        synchronized (megabytes) {
            double most = megabytes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            megabytes.clear();
            return most;
        }
    }

    private void look() {
        try {
            String text =
                    client.send(
                                    HttpRequest.newBuilder(metrics).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            megabytes.add(
                    text.lines()
                                    .filter(line -> line.startsWith(USED))
                                    .mapToDouble(line ->
                                            Double.parseDouble(
                                                    line.substring(line.lastIndexOf(' ') + 1)))
                                    .sum()
                            / MEGABYTE);
        } catch (IOException restarting) {
            // The next look is soon.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        client.shutdownNow();
    }
}
