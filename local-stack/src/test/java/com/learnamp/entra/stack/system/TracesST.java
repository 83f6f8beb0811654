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
        system.directory().churn(20, 29);

        Await.nothing(
                Duration.ofMinutes(2),
                () -> complete().isPresent() ? List.of() : List.of("no trace is complete yet"));

        List<Step> trace = complete().orElseThrow();
        Set<String> spans = new HashSet<>();
        trace.forEach(step -> spans.add(step.span()));
        assertThat(trace)
                .filteredOn(step -> !spans.contains(step.parent()))
                .as("everything follows from the one request")
                .singleElement()
                .satisfies(request -> assertThat(request.name()).contains("graph"));
    }

    private Optional<List<Step>> complete() {
        Map<String, List<Step>> traces =
                system.spans().steps().stream().collect(Collectors.groupingBy(Step::trace));
        return traces.values().stream()
                .filter(steps ->
                        steps.stream()
                                .map(Step::name)
                                .collect(Collectors.toSet())
                                .containsAll(STEPS))
                .filter(steps -> steps.stream().anyMatch(step -> step.parent().isEmpty()))
                .findFirst();
    }
}
