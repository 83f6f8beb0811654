package com.learnamp.entra.console.pause;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.OperationsToo;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.contracts.CompanyId;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What stands still: of the company, or for staff who have opened none, of all. */
@Path("/")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PausePages {

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final PauseCompanies pauses;

    PausePages(CurrentVisitor visitor, Frames frames, PauseCompanies pauses) {
        this.visitor = visitor;
        this.frames = frames;
        this.pauses = pauses;
    }

    /**
     * @param lane empty: both
     * @param resumable whether whoever looks may end it
     */
    record Item(
            boolean ofCompany,
            String what,
            String lane,
            String reason,
            String by,
            Times.Moment since,
            boolean resumable) {}

    /**
     * @param at where the page is
     */
    record View(List<Item> items, String at) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance pause(Frame frame, View view);
    }

    @GET
    @Path("pause")
    public TemplateInstance ofCompany() {
        CompanyId company = visitor.company();
        List<Pause> latest = pauses.latest(Optional.of(company));
        return frames.page((transaction, frame) -> Templates.pause(frame, view(latest, frame)));
    }

    @GET
    @Path("ops/pause")
    public TemplateInstance ofAll() {
        visitor.staff();
        Frame frame = frames.ofNoCompany();
        return Templates.pause(frame, view(pauses.latest(Optional.empty()), frame));
    }

    @OperationsToo
    @POST
    @Path("pause")
    public Response pause(
            @RestForm @DefaultValue("both") String what,
            @RestForm @DefaultValue("") String lane,
            @RestForm @DefaultValue("") String reason) {
        return pause(visitor.company(), what, lane, reason);
    }

    @POST
    @Path("ops/pause")
    public Response pauseAll(
            @RestForm @DefaultValue("both") String what,
            @RestForm @DefaultValue("") String lane,
            @RestForm @DefaultValue("") String reason) {
        visitor.staff();
        return pause(null, what, lane, reason);
    }

    @OperationsToo
    @POST
    @Path("pause/resume")
    public Response resume(
            @RestForm @DefaultValue("both") String what, @RestForm @DefaultValue("") String lane) {
        return resume(visitor.company(), what, lane);
    }

    @POST
    @Path("ops/pause/resume")
    public Response resumeAll(
            @RestForm @DefaultValue("both") String what, @RestForm @DefaultValue("") String lane) {
        visitor.staff();
        return resume(null, what, lane);
    }

    private Response pause(@Nullable CompanyId company, String what, String lane, String reason) {
        if (isSound(what, lane) && !reason.isBlank()) {
            pauses.pause(wish(company, what, lane), reason.strip(), visitor.get().name());
        }
        return back();
    }

    private Response resume(@Nullable CompanyId company, String what, String lane) {
        if (isSound(what, lane)) {
            pauses.resume(wish(company, what, lane), visitor.get().name());
        }
        return back();
    }

    private static Pause.Wish wish(@Nullable CompanyId company, String what, String lane) {
        return new Pause.Wish(company, what, lane.isEmpty() ? null : lane);
    }

    private static boolean isSound(String what, String lane) {
        return (what.equals(Pause.BOTH) || Pause.KINDS.contains(what))
                && (lane.isEmpty() || Pause.LANES.contains(lane));
    }

    private Response back() {
        return Response.seeOther(URI.create(at())).build();
    }

    private String at() {
        return visitor.get().openCompany().isPresent()
                ? visitor.get().home() + "/pause"
                : "/ops/pause";
    }

    private View view(List<Pause> latest, Frame frame) {
        boolean ofCompany = visitor.get().openCompany().isPresent();
        return new View(
                latest.stream()
                        .filter(pause -> pause.resumedAt() == null)
                        .map(pause ->
                                new Item(
                                        pause.company() != null,
                                        pause.what(),
                                        pause.lane() == null ? "" : pause.lane(),
                                        pause.reason(),
                                        pause.pausedBy(),
                                        frame.times().at(pause.pausedAt()),
                                        ofCompany == (pause.company() != null)))
                        .toList(),
                at());
    }
}
