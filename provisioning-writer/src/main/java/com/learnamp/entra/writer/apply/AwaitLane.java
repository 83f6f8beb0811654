package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Holds up a lane while the writes of all companies stand still. What is in Kafka stays there, with
 * its offset uncommitted.
 */
@ApplicationScoped
class AwaitLane {

    private static final Logger LOG = Logger.getLogger(AwaitLane.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String PAUSED = "SELECT learnamp.is_paused(NULL, 'writes', ?)";

    private final DataSource store;

    AwaitLane(DataSource store) {
        this.store = store;
    }

    void await(Lane lane) {
        boolean told = false;
        while (isPaused(lane)) {
            if (!told) {
                LOG.infof("writes are paused lane=%s", lane.label());
                told = true;
            }
            pause();
        }
    }

    /** While nobody can say, nothing is written. */
    private boolean isPaused(Lane lane) {
        try (Connection connection = store.getConnection();
                PreparedStatement ask = connection.prepareStatement(PAUSED)) {
            ask.setString(1, lane.label());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            LOG.warnf("bad weather, trying again what=\"pauses\" cause=%s", e.getClass().getName());
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
