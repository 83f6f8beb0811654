package com.learnamp.entra.console.settings;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to the tenant and its group stands, as graph-fetcher last found it.
 *
 * @param category what is wrong, for programs
 * @param message what is wrong and what to do, for people
 * @param notice what an admin should know although everything works
 * @param unannounced changes found of which Microsoft had sent no notice
 * @param unannouncedAt when the last of them was found
 * @param since when it is so
 */
public record Connection(
        UUID tenant,
        UUID group,
        State state,
        @Nullable String category,
        @Nullable String message,
        @Nullable String groupName,
        @Nullable String tenantName,
        @Nullable String notice,
        long unannounced,
        @Nullable Instant unannouncedAt,
        Instant since,
        Instant lookedAt) {

    private static final String READ =
            """
            SELECT tenant_id, group_id, state, category, message, group_name, tenant_name, notice,
                   unannounced, unannounced_at, since, looked_at
            FROM directory.connections
            """;

    /** Whether people can be followed. */
    public enum State {
        OK,
        /** Something has to be put right by somebody; nobody is changed until then. */
        STOPPED,
        /** Bad weather: tried again by itself. */
        UNREACHABLE
    }

    /** What is known of the settings' own tenant and group; older finds tell nothing of them. */
    public static Optional<Connection> of(StoreTransaction transaction, Integration integration)
            throws SQLException {
        return transaction
                .first(READ, Connection::connection)
                .filter(found -> integration.isActive() && found.isOf(integration));
    }

    private boolean isOf(Integration integration) {
        return integration.tenant() != null
                && integration.group() != null
                && integration.tenant().value().equals(tenant)
                && integration.group().value().equals(group);
    }

    private static Connection connection(StoredRow row) throws SQLException {
        return new Connection(
                row.uuid("tenant_id"),
                row.uuid("group_id"),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.maybeText("category"),
                row.maybeText("message"),
                row.maybeText("group_name"),
                row.maybeText("tenant_name"),
                row.maybeText("notice"),
                row.number("unannounced"),
                row.maybeInstant("unannounced_at"),
                row.instant("since"),
                row.instant("looked_at"));
    }
}
