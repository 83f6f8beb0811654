package com.learnamp.entra.writer.waiting;

import com.learnamp.entra.contracts.Topic;
import java.util.List;

/** What can wait, and for which words its gauges are there even at zero. */
enum Queue {
    ATTENTION("attention", "reason", List.of("command_failed", "review_expired")),
    WITHHELD("withheld", "state", List.of("grace", "review", "held")),
    REVIEW("reviews", "kind", List.of("deactivation")),
    OUTBOX(
            "outbox",
            "topic",
            List.of(
                    Topic.USER_EVENTS.topicName(),
                    Topic.SYNC_REQUESTS.topicName(),
                    Topic.INTEGRATIONS.topicName())),
    RUN("runs.running", "trigger", List.of("initial", "manual", "schedule", "settings")),
    INVITATION("invitations.due", "state", List.of("due", "sending")),
    PHOTO("photo.lookups.due", "lane", List.of("live", "bulk"));

    private final String meter;
    private final String label;
    private final List<String> usual;

    Queue(String meter, String label, List<String> usual) {
        this.meter = meter;
        this.label = label;
        this.usual = usual;
    }

    String meter() {
        return meter;
    }

    String label() {
        return label;
    }

    List<String> usual() {
        return usual;
    }

    List<Waiting> of(List<Waiting> waiting) {
        return waiting.stream().filter(rows -> rows.what().equalsIgnoreCase(name())).toList();
    }
}
