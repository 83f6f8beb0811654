package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.AskForLooks;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.replay.ReplayTally;
import com.learnamp.entra.writer.runs.Figure;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Those whom a replay would deactivate. What it says is old evidence, and nobody is deactivated on
 * that: they are looked at anew.
 */
final class SparedByReplay {

    private final List<UserCommand> spared;

    private SparedByReplay(List<UserCommand> spared) {
        this.spared = spared;
    }

    static SparedByReplay of(List<UserCommand> commands, People people) {
        return new SparedByReplay(
                commands.stream().filter(command -> isSpared(command, people)).toList());
    }

    private static boolean isSpared(UserCommand command, People people) {
        return command instanceof DeactivateUser
                && command.origin().cause() == Origin.Cause.REPLAY
                && people.boundTo(command.user().value()).filter(Person::isActive).isPresent();
    }

    /** What a replay would do was asked for by Learn Amp's operations, who can try it first. */
    static boolean isReplay(List<UserCommand> commands) {
        return commands.stream()
                .allMatch(command -> command.origin().cause() == Origin.Cause.REPLAY);
    }

    List<UserCommand> without(List<UserCommand> commands) {
        List<UserCommand> others = new ArrayList<>(commands);
        others.removeAll(spared);
        return others;
    }

    /** Asks for the looks, unless it is a trial. */
    void save(CompanyTransaction transaction, Instant now) throws SQLException {
        ReplayTally tally = new ReplayTally();
        spared.forEach(command -> tally.count(command, Figure.WAITING.label()));
        tally.save(transaction);
        AskForLooks.at(
                transaction,
                spared.stream()
                        .filter(command -> !command.origin().isTrial())
                        .map(command -> command.user().value())
                        .toList(),
                LookUpUser.Reason.KEPT_BACK,
                now);
    }
}
