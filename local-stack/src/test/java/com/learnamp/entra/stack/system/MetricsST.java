package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.ports.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of the metrics says what the services really expose. */
class MetricsST {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## ([a-z-]+)$(.*?)(?=^## |\\z)");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| ([^|]*) \\| [^|]+ \\|$");

    private final RunningSystem system = RunningSystem.get();

    @Test
    void theReferenceHasEveryMetricOfEveryService() throws Exception {
        Map<String, Set<String>> documented = documented();
        Map<String, Set<String>> exposed = new TreeMap<>();
        for (Port service : ExposedMetrics.SERVICES) {
            exposed.put(service.part(), ExposedMetrics.of(system.stack(), service).ofProduct());
        }

        assertThat(documented).isEqualTo(exposed);
    }

    @Test
    void alertsAndDashboardsAskForMetricsThatThereAre() throws Exception {
        Set<String> exposed = new TreeSet<>(Set.of("up")); // Prometheus' own.
        for (Port service : ExposedMetrics.SERVICES) {
            exposed.addAll(ExposedMetrics.of(system.stack(), service).names());
        }

        assertThat(Queries.all())
                .hasSizeGreaterThan(40)
                .allSatisfy(query ->
                        assertThat(Queries.metrics(query))
                                .as(query)
                                .isNotEmpty()
                                .allMatch(exposed::contains, "is exposed by a service"));
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        Matcher section = SECTION.matcher(Files.readString(Path.of("../docs/metrics.md")));
        while (section.find()) {
            Set<String> rows = new TreeSet<>();
            ROW.matcher(section.group(2))
                    .results()
                    .forEach(row ->
                            rows.add(
                                    row.group(1)
                                            + " · "
                                            + row.group(2)
                                            + " · "
                                            + row.group(3).replace("`", "")));
            documented.put(section.group(1), rows);
        }
        return documented;
    }
}
