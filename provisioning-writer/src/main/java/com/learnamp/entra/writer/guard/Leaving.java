package com.learnamp.entra.writer.guard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done with somebody who is proved to be out of scope: a pure decision. */
public sealed interface Leaving {

    /** He is deactivated. */
    record Now(boolean counts) implements Leaving {}

    /**
     * He stays active, for the time being.
     *
     * @param dueAt the end of the grace period, for somebody in it
     * @param cause of the review that he comes to; null if he comes to none, or stays in his
     * @param counts whether it is one more of those whom the limit has let through
     */
    record Later(
            Withheld.State state,
            boolean approved,
            Instant since,
            @Nullable Instant dueAt,
            Review.@Nullable Cause cause,
            boolean counts)
            implements Leaving {}

    /**
     * What is known of somebody.
     *
     * @param before what was kept back until now; null if nothing
     * @param held whether an admin holds him
     * @param scopeChanged whether he was never seen in the present scope
     * @param overLimit whether he is one of too many
     */
    record Facts(
            @Nullable Withheld before,
            boolean held,
            boolean scopeChanged,
            boolean overLimit,
            Duration grace,
            Instant now) {

        Instant since() {
            return before == null ? now : before.since();
        }
    }

    /** Whether there is something to do for him, before anybody knows how many there are. */
    static boolean counts(Facts facts) {
        return switch (decide(facts)) {
            case Now(boolean counts) -> counts;
            case Later later -> later.counts();
        };
    }

    static Leaving decide(Facts facts) {
        @Nullable Withheld before = facts.before();
        if (facts.held()) {
            return later(Withheld.State.HELD, facts, null, null);
        }
        if (before != null && before.approved()) {
            return afterGrace(before, facts);
        }
        if (before != null && isForAnAdmin(before)) {
            return later(before.state(), facts, null, null);
        }
        if (facts.scopeChanged()) {
            return later(Withheld.State.REVIEW, facts, null, Review.Cause.CHANGED_SCOPE);
        }
        return before != null && wasLetThrough(before) ? afterGrace(before, facts) : first(facts);
    }

    private static boolean isForAnAdmin(Withheld before) {
        return before.state() == Withheld.State.REVIEW || before.state() == Withheld.State.REJECTED;
    }

    private static boolean wasLetThrough(Withheld before) {
        return before.state() == Withheld.State.GRACE || before.state() == Withheld.State.ASKED;
    }

    /** The limit has let him through, or an admin has: only the grace period is left. */
    private static Leaving afterGrace(Withheld before, Facts facts) {
        @Nullable Instant dueAt = before.dueAt();
        return dueAt != null && facts.now().isBefore(dueAt)
                ? new Later(
                        Withheld.State.GRACE, before.approved(), before.since(), dueAt, null, false)
                : new Now(false);
    }

    private static Leaving first(Facts facts) {
        if (facts.overLimit()) {
            return later(Withheld.State.REVIEW, facts, null, Review.Cause.OVER_LIMIT);
        }
        Instant dueAt = facts.since().plus(facts.grace());
        return facts.now().isBefore(dueAt)
                ? new Later(Withheld.State.GRACE, false, facts.since(), dueAt, null, true)
                : new Now(true);
    }

    private static Later later(
            Withheld.State state,
            Facts facts,
            @Nullable Instant dueAt,
            Review.@Nullable Cause cause) {
        return new Later(state, false, facts.since(), dueAt, cause, false);
    }
}
