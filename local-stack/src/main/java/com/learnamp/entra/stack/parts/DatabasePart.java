package com.learnamp.entra.stack.parts;

import com.learnamp.entra.backing.Database;
import com.learnamp.entra.backing.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, which makes processes of its own: its first one stands for all of them. */
public final class DatabasePart implements Part {

    private static final Duration ORPHAN_GONE_WITHIN = Duration.ofSeconds(20);

    private final Path directory;
    private final int port;
    private volatile @Nullable EmbeddedDatabase running;

    public DatabasePart(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * Ends the PostgreSQL that a killed launcher left with its data in the directory.
     *
     * @return whether there was one
     */
    public static boolean endOrphan(Path directory) {
        Optional<ProcessHandle> orphan = Postmaster.in(directory);
        orphan.ifPresent(postmaster -> Postmaster.stop(postmaster, ORPHAN_GONE_WITHIN));
        return orphan.isPresent();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessHandle start() throws IOException {
        @Nullable EmbeddedDatabase former = running;
        if (former != null) {
            former.close();
        }
        endOrphan(directory);
        running = EmbeddedDatabase.start(directory, port, EmbeddedDatabase.Durability.SURVIVES);
        return Postmaster.in(directory)
                .orElseThrow(() -> new IOException("PostgreSQL ended at once"));
    }

    @Override
    public Optional<String> problem() {
        try (Connection connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&connectTimeout=2"
                                .formatted(port, Database.NAME))) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("does not answer");
        } catch (SQLException notReachable) {
            return Optional.of("can't be reached");
        }
    }

    @Override
    public void stop(ProcessHandle process) {
        @Nullable EmbeddedDatabase stopping = running;
        if (stopping != null) {
            stopping.close();
            running = null;
        }
    }
}
