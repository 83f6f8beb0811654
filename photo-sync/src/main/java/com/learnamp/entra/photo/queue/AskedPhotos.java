package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.photo.store.PhotoTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands on their way into {@code provisioning.photo_lookups}: one row for each person. */
@ApplicationScoped
class AskedPhotos {

    /** What is asked anew is due no later than it was. */
    private static final String ASK =
            """
            INSERT INTO provisioning.photo_lookups AS queued
                (company_id, object_id, tenant_id, action, epoch, counter, bulk, cause, run_id, noticed_at,
                 due_at, early, afresh, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?), ?, ?, ?)
            ON CONFLICT (company_id, object_id) DO UPDATE SET
                tenant_id = excluded.tenant_id, action = excluded.action,
                epoch = excluded.epoch, counter = excluded.counter,
                bulk = queued.bulk AND excluded.bulk,
                cause = excluded.cause, run_id = excluded.run_id, noticed_at = excluded.noticed_at,
                generation = queued.generation + 1, attempts = 0,
                due_at = least(queued.due_at, excluded.due_at),
                early = queued.early AND excluded.early, afresh = queued.afresh OR excluded.afresh,
                trace = coalesce(queued.trace, excluded.trace)
            WHERE (excluded.epoch, excluded.counter) > (queued.epoch, queued.counter)
            """;

    private final PhotoTransactions transactions;
    private final QueueConfig config;

    AskedPhotos(PhotoTransactions transactions, QueueConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /** Writes down what is asked; an older command than the one that waits changes nothing. */
    void ask(Collection<PhotoCommand> commands, Map<CompanyId, EntraTenantId> tenants) {
        transactions.onQueue(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(ASK)) {
                for (PhotoCommand command : inOneOrder(commands)) {
                    bind(ask, command, tenants.get(command.company()));
                    ask.addBatch();
                }
                return ask.executeBatch();
            }
        });
    }

    /** The same as when rows are done, so that the two never wait for each other in a circle. */
    private static List<PhotoCommand> inOneOrder(Collection<PhotoCommand> commands) {
        return commands.stream()
                .sorted(Comparator.comparing(command -> command.key().text()))
                .toList();
    }

    private void bind(PreparedStatement ask, PhotoCommand command, @Nullable EntraTenantId tenant)
            throws SQLException {
        if (tenant == null) {
            throw new IllegalArgumentException("the company of a command has a tenant");
        }
        Instant noticed = command.origin().noticedAt();
        Due due = Due.of(command, config);
        ask.setLong(1, command.company().value());
        ask.setObject(2, command.user().value());
        ask.setObject(3, tenant.value());
        ask.setString(4, action(command));
        ask.setLong(5, command.version().epoch());
        ask.setLong(6, command.version().counter());
        ask.setBoolean(7, command.origin().run() != null);
        ask.setString(8, command.origin().cause().name().toLowerCase(Locale.ROOT));
        ask.setObject(9, command.origin().run() == null ? null : command.origin().run().value());
        // PostgreSQL's driver takes offsets, not instants.
        ask.setObject(10, noticed == null ? null : noticed.atOffset(ZoneOffset.UTC));
        ask.setDouble(11, due.after().toMillis() / 1000.0);
        ask.setBoolean(12, due.early());
        ask.setBoolean(13, due.afresh());
        ask.setString(14, Traces.of(command.user().toString()));
    }

    private static String action(PhotoCommand command) {
        return switch (command) {
            case PhotoCommand.SyncPhoto sync -> "sync";
            case PhotoCommand.RemovePhoto remove -> "remove";
        };
    }
}
