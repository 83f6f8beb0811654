package com.learnamp.entra.console.replay;

import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes down what was asked for, by whom and why; {@link RunReplays} carries it out. */
@ApplicationScoped
class AskForReplay {

    private static final Logger LOG = Logger.getLogger(AskForReplay.class);

    private final CompanyScope scope;
    private final Clock clock;

    AskForReplay(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    UUID ask(ReplayWish wish, String by) {
        Replay replay = wish.replay();
        scope.ofCompanyOrAll(
                Optional.empty(),
                transaction -> {
                    ReplayRow.add(transaction, replay, wish.reason(), by, clock.instant());
                    return replay;
                });
        LOG.infof("replay asked for replay=%s trial=%s", replay.id(), replay.trial());
        return replay.id();
    }
}
