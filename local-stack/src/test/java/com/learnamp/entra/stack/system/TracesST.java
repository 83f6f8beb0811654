package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.system.SpanCollector.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One trace from the webhook to the event, whatever queues and tables are between them. */
class TracesST {

    private static final List<String> STEPS = List.of("queue", "look up", "map", "apply", "tell");

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aChangeIsOneTraceFromTheWebhookToItsEvent() throws Exception {
        // Of others a step may be missing that a killed process had not told yet.
        Set<String> before = traces().keySet();
        system.directory().churn(20, 29);

        Await.nothing(
                Duration.ofMinutes(2),
                () ->
                        complete(before).isPresent()
                                ? List.of()
                                : List.of("no trace is complete yet"));

        List<Step> trace = complete(before).orElseThrow();
        Set<String> spans = new HashSet<>();
        trace.forEach(step -> spans.add(step.span()));
        assertThat(trace)
                .filteredOn(step -> !spans.contains(step.parent()))
                .as("everything follows from the one request")
                .singleElement()
                .satisfies(request -> assertThat(request.name()).contains("graph"));
    }

    private Map<String, List<Step>> traces() {
        return system.spans().steps().stream().collect(Collectors.groupingBy(Step::trace));
    }

    private Optional<List<Step>> complete(Set<String> before) {
        return traces().entrySet().stream()
                .filter(trace -> !before.contains(trace.getKey()))
                .map(Map.Entry::getValue)
                .filter(steps ->
                        steps.stream()
                                .map(Step::name)
                                .collect(Collectors.toSet())
                                .containsAll(STEPS))
                .filter(steps -> steps.stream().anyMatch(step -> step.parent().isEmpty()))
                .findFirst();
    }
}
