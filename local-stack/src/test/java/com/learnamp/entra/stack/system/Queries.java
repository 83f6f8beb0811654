package com.learnamp.entra.stack.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Grafana and Prometheus ask of the metrics, as deploy/ says. */
final class Queries {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern OF_ALERTS = Pattern.compile("(?m)^ *expr: '(.*)'$");
    private static final Pattern OF_DASHBOARDS =
            Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Labels, times and groupings hold no metric. */
    private static final Pattern NO_METRIC =
            Pattern.compile("\\{[^}]*\\}|\\[[^\\]]*\\]|\\bby *\\([^)]*\\)");

    private static final Pattern METRIC = Pattern.compile("\\b([a-z]\\w*)\\b(?! *\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless");

    private Queries() {}

    /** The queries of the alert rules and of every dashboard. */
    static List<String> all() throws IOException {
        List<String> queries =
                new ArrayList<>(in(DEPLOY.resolve("prometheus/alerts.yaml"), OF_ALERTS));
        try (Stream<Path> dashboards = Files.list(DEPLOY.resolve("grafana"))) {
            for (Path dashboard : dashboards.toList()) {
                queries.addAll(in(dashboard, OF_DASHBOARDS));
            }
        }
        return queries;
    }

    static Set<String> metrics(String query) {
        String bare = NO_METRIC.matcher(query).replaceAll("");
        Set<String> metrics = new TreeSet<>();
        METRIC.matcher(bare)
                .results()
                .map((MatchResult metric) -> metric.group(1))
                .filter(word -> !WORDS.contains(word))
                .forEach(metrics::add);
        return metrics;
    }

    private static List<String> in(Path file, Pattern query) throws IOException {
        return query.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
