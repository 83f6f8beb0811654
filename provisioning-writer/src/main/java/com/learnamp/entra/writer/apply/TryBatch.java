package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.preview.PreviewedPerson;
import com.learnamp.entra.writer.replay.ReplayTally;
import com.learnamp.entra.writer.replay.TriedPerson;
import com.learnamp.entra.writer.runs.Figure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a replay's commands would change: told, and nothing is done. */
final class TryBatch {

    private TryBatch() {}

    static void save(
            CompanyTransaction transaction,
            People people,
            BatchDecision decision,
            List<UserCommand> commands)
            throws SQLException {
        Map<UUID, PreviewedPerson> previewed =
                PreviewBatch.people(people, decision, commands).stream()
                        .collect(Collectors.toMap(PreviewedPerson::object, Function.identity()));
        ReplayTally tally = new ReplayTally();
        List<TriedPerson> changed = new ArrayList<>();
        for (UserCommand command : commands) {
            Figure figure = decision.figure(command);
            tally.count(command, figure.label());
            @Nullable PreviewedPerson person = previewed.get(command.user().value());
            Origin.@Nullable Replay replay = command.origin().replay();
            if (figure != Figure.UNCHANGED && person != null && replay != null) {
                changed.add(new TriedPerson(replay.id(), person));
            }
        }
        tally.save(transaction);
        TriedPerson.save(transaction, changed);
    }
}
