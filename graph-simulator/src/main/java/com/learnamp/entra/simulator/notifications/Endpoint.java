package com.learnamp.entra.simulator.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How well one host answers. Graph looks at the last ten minutes: more than a tenth of the answers
 * later than three seconds make it slow (what is new waits ten minutes), more than 15 % later than
 * ten seconds make it one to drop (what is new is lost).
 */
final class Endpoint {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final Duration FIRST_TIMEOUT = Duration.ofSeconds(3);
    static final Duration RETRY_TIMEOUT = Duration.ofSeconds(10);

    private static final int FEWEST = 10;
    private static final double SLOW_SHARE = 0.10;
    private static final double DROP_SHARE = 0.15;

    enum State {
        HEALTHY,
        SLOW,
        DROP
    }

    private record Answer(Instant at, Duration took) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private State state = State.HEALTHY;
    private Instant stateUntil = Instant.MIN;

    synchronized void answered(Instant at, Duration took) {
        answers.add(new Answer(at, took));
        while (!answers.isEmpty() && answers.getFirst().at().isBefore(at.minus(WINDOW))) {
            answers.removeFirst();
        }
    }

    /** The state, judged anew every ten minutes once it is a bad one. */
    synchronized State state(Instant now) {
        if (state != State.HEALTHY && now.isBefore(stateUntil)) {
            return state;
        }
        State judged = judge();
        if (judged != State.HEALTHY && state != State.HEALTHY) {
            answers.clear();
            judged = State.HEALTHY;
        }
        state = judged;
        stateUntil = now.plus(WINDOW);
        return state;
    }

    private State judge() {
        if (answers.size() < FEWEST) {
            return State.HEALTHY;
        }
        if (share(RETRY_TIMEOUT) > DROP_SHARE) {
            return State.DROP;
        }
        return share(FIRST_TIMEOUT) > SLOW_SHARE ? State.SLOW : State.HEALTHY;
    }

    private double share(Duration longerThan) {
        long late =
                answers.stream().filter(answer -> answer.took().compareTo(longerThan) >= 0).count();
        return (double) late / answers.size();
    }
}
