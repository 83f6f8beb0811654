package com.learnamp.entra.console.changes;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every change to everybody, newest first: of one person, or from one cause. */
@Path("/activity")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ActivityPage {

    private static final int A_PAGE = 50;
    private static final List<String> CAUSES =
            List.of(
                    "notification",
                    "delta",
                    "full_sync",
                    "admin",
                    "recheck",
                    "invitation",
                    "api",
                    "replay");

    private final Frames frames;

    ActivityPage(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param cause empty for any
     * @param person whose changes are shown; null for everybody's
     * @param name of the person; null without one, or if there is no change
     * @param after where the next page begins; null on the last
     */
    record View(
            List<String> causes,
            String cause,
            @Nullable Long person,
            @Nullable String name,
            List<ChangeView> changes,
            @Nullable String after,
            boolean first) {

        public boolean has(String asked) {
            return cause.equals(asked);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance activity(Frame frame, View view);
    }

    @GET
    public TemplateInstance activity(
            @RestQuery @Nullable Long person,
            @RestQuery @Nullable String cause,
            @RestQuery @Nullable String after) {
        HistoryFilter filter =
                new HistoryFilter(
                        person,
                        null,
                        cause != null && CAUSES.contains(cause) ? cause : null,
                        cursor(after));
        return frames.page((transaction, frame) -> {
            List<Change> found = History.find(transaction, filter, A_PAGE + 1);
            List<Change> shown = found.subList(0, Math.min(A_PAGE, found.size()));
            return Templates.activity(
                    frame,
                    new View(
                            CAUSES,
                            Objects.requireNonNullElse(filter.cause(), ""),
                            person,
                            person == null || shown.isEmpty() ? null : shown.getFirst().name(),
                            shown.stream()
                                    .map(change -> ChangeView.of(change, frame.times()))
                                    .toList(),
                            found.size() > A_PAGE
                                    ? HistoryFilter.Cursor.of(shown.getLast()).toString()
                                    : null,
                            filter.after() == null));
        });
    }

    private static HistoryFilter.@Nullable Cursor cursor(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : HistoryFilter.Cursor.parse(after);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
