package com.learnamp.entra.console.people;

import com.learnamp.entra.console.changes.ChangeWords;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.i18n.MessageBundles;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one person's sync, as pages show them.
 *
 * @param since names the sync
 */
record SyncView(String since, boolean finished, List<Line> steps) {

    /**
     * @param at when; null while it is waited for
     * @param detail the fields that were changed; null for none
     */
    record Line(
            String text,
            String icon,
            String style,
            Times.@Nullable Moment at,
            @Nullable String detail) {}

    static @Nullable SyncView read(
            StoreTransaction transaction, long person, SyncStart start, Times times)
            throws SQLException {
        return SyncSteps.read(transaction, person, start)
                .map(steps -> of(steps, times))
                .orElse(null);
    }

    static SyncView of(SyncSteps steps, Times times) {
        return new SyncView(
                steps.since(),
                steps.finished(),
                steps.steps().stream().map(step -> line(step, times)).toList());
    }

    private static Line line(SyncSteps.Step step, Times times) {
        ChangeWords fields = MessageBundles.get(ChangeWords.class);
        return new Line(
                MessageBundles.get(PeopleWords.class)
                        .step(step.station().word(), step.outcome().word()),
                icon(step),
                style(step),
                Optional.ofNullable(step.at()).map(times::exactly).orElse(null),
                step.fields().isEmpty()
                        ? null
                        : step.fields().stream()
                                .map(fields::field)
                                .collect(Collectors.joining(", ")));
    }

    private static String icon(SyncSteps.Step step) {
        return switch (step.outcome()) {
            case WAITING -> "load";
            case TRYING_AGAIN -> "clock";
            case KEPT_BACK -> "shield";
            case NEEDS_ATTENTION -> "flag";
            case NOT_IN_THE_GROUP -> "leave";
            case DONE, UNCHANGED, CHANGED -> "check";
        };
    }

    private static String style(SyncSteps.Step step) {
        return switch (step.outcome()) {
            case WAITING -> "run";
            case TRYING_AGAIN, KEPT_BACK, NEEDS_ATTENTION -> "warn";
            case NOT_IN_THE_GROUP -> "mute";
            case DONE, UNCHANGED, CHANGED -> "ok";
        };
    }
}
