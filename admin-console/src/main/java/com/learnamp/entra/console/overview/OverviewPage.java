package com.learnamp.entra.console.overview;

import com.learnamp.entra.console.changes.ChangeView;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.runs.RunView;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Connection;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it stands: working or not, what ran last, what changed, what needs somebody. */
@Path("/overview")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class OverviewPage {

    private static final int MOST_CHANGES = 12;

    private static final String COUNTS =
            """
            SELECT count(*) FILTER (WHERE status <> 'deactivated' AND integration_external_id IS NOT NULL) AS synced,
                   count(*) FILTER (WHERE status <> 'deactivated' AND integration_external_id IS NULL) AS only_here,
                   count(*) FILTER (WHERE status = 'not_invited' AND integration_external_id IS NOT NULL) AS not_invited,
                   count(*) FILTER (WHERE status = 'deactivated') AS deactivated
            FROM learnamp.users
            """;

    private final Frames frames;

    OverviewPage(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param trouble what keeps people from being followed, and what to do; null if nothing does
     * @param last the last time that everybody was compared; null before the first
     * @param next when everybody is compared again; null if nobody is followed
     */
    record View(
            boolean connected,
            boolean stopped,
            @Nullable String trouble,
            Times.@Nullable Moment troubleSince,
            @Nullable String groupName,
            @Nullable RunView running,
            @Nullable RunView last,
            Times.@Nullable Moment next,
            Counts counts,
            List<ChangeView> changes) {}

    /** People of the company. */
    record Counts(long synced, long onlyHere, long notInvited, long deactivated) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(Frame frame, View view);
    }

    @GET
    public TemplateInstance overview() {
        return frames.page((transaction, frame) ->
                Templates.overview(frame, view(transaction, frame.times())));
    }

    private static View view(StoreTransaction transaction, Times times) throws SQLException {
        Integration integration = IntegrationRows.read(transaction);
        Optional<Connection> connection = Connection.of(transaction, integration);
        Optional<Connection> troubled =
                connection.filter(found -> found.state() != Connection.State.OK);
        return new View(
                integration.isActive(),
                troubled.filter(found -> found.state() == Connection.State.STOPPED).isPresent(),
                troubled.map(Connection::message).orElse(null),
                troubled.map(found -> times.at(found.since())).orElse(null),
                connection.map(Connection::groupName).orElse(null),
                run(SyncRunRows.running(transaction), times),
                run(SyncRunRows.lastComplete(transaction), times),
                Optional.ofNullable(integration.nextFullAt())
                        .filter(next -> integration.isActive())
                        .map(times::at)
                        .orElse(null),
                counts(transaction),
                History.latest(transaction, MOST_CHANGES).stream()
                        .map(change -> ChangeView.of(change, times))
                        .toList());
    }

    private static @Nullable RunView run(Optional<SyncRun> run, Times times) {
        return run.map(found -> RunView.of(found, times)).orElse(null);
    }

    private static Counts counts(StoreTransaction transaction) throws SQLException {
        return transaction
                .first(
                        COUNTS,
                        row ->
                                new Counts(
                                        row.number("synced"),
                                        row.number("only_here"),
                                        row.number("not_invited"),
                                        row.number("deactivated")))
                .orElseThrow();
    }
}
