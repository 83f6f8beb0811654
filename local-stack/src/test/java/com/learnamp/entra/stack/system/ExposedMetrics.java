package com.learnamp.entra.stack.system;

import com.learnamp.entra.stack.LocalStack;
import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.ports.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service exposes to Prometheus.
 *
 * @param kinds of each metric, by its name
 * @param labels of each metric, but for those that make a histogram
 */
record ExposedMetrics(Map<String, String> kinds, Map<String, Set<String>> labels) {

    /** Every service of the product that runs. */
    static final List<Port> SERVICES =
            List.of(
                    Port.WEBHOOK_RECEIVER,
                    Port.GRAPH_FETCHER,
                    Port.USER_MAPPER,
                    Port.PROVISIONING_WRITER,
                    Port.PHOTO_SYNC,
                    Port.CONSOLE);

    /** What the libraries below count by themselves. */
    private static final Pattern OF_LIBRARIES =
            Pattern.compile("(jvm|process|system|http|kafka|agroal|worker_pool|netty|mail)_.*");

    private static final Pattern KIND = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)\\})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Set<String> OF_HISTOGRAMS = Set.of("le", "quantile");

    /** Of all its replicas: what only one of them does, only that one tells. */
    static ExposedMetrics of(LocalStack stack, Port service) throws Exception {
        Map<String, String> kinds = new TreeMap<>();
        Map<String, Set<String>> labels = new HashMap<>();
        for (PartStatus part : stack.status()) {
            if (part.name().startsWith(service.part())) {
                ExposedMetrics replica = parse(page(part));
                kinds.putAll(replica.kinds());
                replica.labels()
                        .forEach((metric, names) ->
                                labels.computeIfAbsent(metric, unseen -> new TreeSet<>())
                                        .addAll(names));
            }
        }
        return new ExposedMetrics(kinds, labels);
    }

    static String page(PartStatus part) throws IOException, InterruptedException {
        return read("http://localhost:" + part.port() + "/q/metrics");
    }

    static ExposedMetrics parse(String page) {
        Map<String, String> kinds = new TreeMap<>();
        KIND.matcher(page).results().forEach(kind -> kinds.put(kind.group(1), kind.group(2)));
        Map<String, Set<String>> labels = new HashMap<>();
        Matcher samples = SAMPLE.matcher(page);
        while (samples.find()) {
            String name = samples.group(1);
            String metric =
                    kinds.containsKey(name) ? name : name.replaceFirst("_(bucket|count|sum)$", "");
            Set<String> found = labels.computeIfAbsent(metric, unseen -> new TreeSet<>());
            if (samples.group(2) != null) {
                LABEL.matcher(samples.group(2))
                        .results()
                        .map((MatchResult label) -> label.group(1))
                        .filter(label -> !OF_HISTOGRAMS.contains(label))
                        .forEach(found::add);
            }
        }
        return new ExposedMetrics(kinds, labels);
    }

    /** Those of the product, as the rows of its reference tell them: name, kind, labels. */
    Set<String> ofProduct() {
        Set<String> rows = new TreeSet<>();
        kinds.forEach((name, kind) -> {
            if (!OF_LIBRARIES.matcher(name).matches() && !isMaximum(name)) {
                rows.add(
                        name
                                + " · "
                                + kind
                                + " · "
                                + String.join(", ", labels.getOrDefault(name, Set.of())));
            }
        });
        return rows;
    }

    /** Everything that a query may name. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(kinds.keySet());
        kinds.forEach((name, kind) -> {
            if (kind.equals("histogram") || kind.equals("summary")) {
                names.addAll(List.of(name + "_bucket", name + "_count", name + "_sum"));
            }
        });
        return names;
    }

    /** Micrometer adds one to each timer. */
    private boolean isMaximum(String name) {
        return name.endsWith("_max") && kinds.containsKey(name.substring(0, name.length() - 4));
    }

    private static String read(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/plain").build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
