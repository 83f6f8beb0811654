package com.learnamp.entra.console.overview;

import com.learnamp.entra.console.changes.ChangeView;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.runs.RunView;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Connection;
import com.learnamp.entra.console.settings.GraphUsage;
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

    private static final int MOST_CHANGES = 8;

    private final Frames frames;

    OverviewPage(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param link null where it is not known
     * @param running null where no run is
     * @param last the last time that everybody was compared; null before the first
     * @param next when everybody is compared again; null if nobody is followed
     * @param usage what was asked of Microsoft on the last day on which anything was
     * @param freshness null without notices in the last 24 hours
     */
    record View(
            boolean connected,
            @Nullable Link link,
            @Nullable RunView running,
            @Nullable RunView last,
            Times.@Nullable Moment next,
            PeopleByStatus people,
            @Nullable Freshness freshness,
            @Nullable GraphUsage usage,
            ChangesByDay days,
            List<ChangeView> changes) {}

    /**
     * The connection to Microsoft.
     *
     * @param message what is wrong and what to do; null where nothing is
     * @param notice what an admin should know although everything works
     * @param unannounced changes found of which Microsoft had sent no notice
     */
    record Link(
            boolean ok,
            boolean stopped,
            @Nullable String message,
            Times.Moment since,
            Times.Moment lookedAt,
            @Nullable String group,
            @Nullable String tenant,
            @Nullable String notice,
            long unannounced) {

        static Link of(Connection connection, Times times) {
            return new Link(
                    connection.state() == Connection.State.OK,
                    connection.state() == Connection.State.STOPPED,
                    connection.message(),
                    times.at(connection.since()),
                    times.at(connection.lookedAt()),
                    connection.groupName(),
                    connection.tenantName(),
                    connection.notice(),
                    connection.unannounced());
        }
    }

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
        return new View(
                integration.isActive(),
                Connection.of(transaction, integration)
                        .map(found -> Link.of(found, times))
                        .orElse(null),
                run(SyncRunRows.running(transaction), times),
                run(SyncRunRows.lastComplete(transaction), times),
                Optional.ofNullable(integration.nextFullAt())
                        .filter(next -> integration.isActive())
                        .map(times::at)
                        .orElse(null),
                PeopleByStatus.read(transaction),
                Freshness.read(transaction, times).orElse(null),
                GraphUsage.latest(transaction, integration).stream().findFirst().orElse(null),
                ChangesByDay.read(transaction, times),
                History.latest(transaction, MOST_CHANGES).stream()
                        .map(change -> ChangeView.of(change, times))
                        .toList());
    }

    private static @Nullable RunView run(Optional<SyncRun> run, Times times) {
        return run.map(found -> RunView.of(found, times)).orElse(null);
    }
}
