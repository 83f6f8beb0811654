package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.runs.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a committed batch did, for the metrics. */
final class BatchOutcome {

    /** Why a command was dropped. */
    enum Dropped {
        /** Something newer, or this very version, is applied already. */
        STALE,
        /** Made with settings that are not the company's any more. */
        OUTDATED_SETTINGS,
        /** The company's people are not followed. */
        NOT_FOLLOWED,
        /** About somebody who was erased. */
        ERASED
    }

    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    private final Map<Dropped, Long> dropped = new EnumMap<>(Dropped.class);
    private final List<UserCommand> effective = new ArrayList<>();

    void count(UserCommand command, Figure figure) {
        figures.merge(figure, 1L, Long::sum);
        if (figure != Figure.UNCHANGED && figure != Figure.WAITING) {
            effective.add(command);
        }
    }

    void drop(Dropped why, long count) {
        if (count > 0) {
            dropped.merge(why, count, Long::sum);
        }
    }

    Map<Figure, Long> figures() {
        return figures;
    }

    Map<Dropped, Long> dropped() {
        return dropped;
    }

    /** Those that changed something. */
    List<UserCommand> effective() {
        return effective;
    }
}
