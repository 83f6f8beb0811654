package com.learnamp.entra.console.preview;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.preview.ConfirmPreview.Outcome;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the first sync with a group would do: how many people, who, what, and the admin's yes. */
@Path("/preview")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PreviewPages {

    private static final int A_PAGE = 50;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final ConfirmPreview confirm;

    PreviewPages(CurrentVisitor visitor, Frames frames, ConfirmPreview confirm) {
        this.visitor = visitor;
        this.frames = frames;
        this.confirm = confirm;
    }

    /** How many people something would be done with. */
    record Tab(String outcome, long count, boolean current) {}

    /**
     * @param preview null if there is none to confirm
     * @param outcome whom it shows; empty for all
     * @param after where the next page begins; null on the last
     * @param outdated whether another preview was confirmed a moment ago, in vain
     */
    record View(
            @Nullable Preview preview,
            Times.@Nullable Moment madeAt,
            Times.@Nullable Moment expiresAt,
            List<Tab> tabs,
            List<PersonLine> people,
            String outcome,
            @Nullable String after,
            boolean first,
            boolean outdated) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preview(Frame frame, View view);
    }

    @GET
    public TemplateInstance preview(
            @RestQuery @Nullable String outcome,
            @RestQuery @Nullable String after,
            @RestQuery boolean outdated) {
        String wanted =
                Optional.ofNullable(outcome).filter(PreviewedPerson.OUTCOMES::contains).orElse("");
        UUID begin = guid(after).orElse(PreviewedPerson.START);
        return frames.page((transaction, frame) ->
                Templates.preview(
                        frame, view(transaction, frame.times(), wanted, begin, outdated)));
    }

    private static View view(
            StoreTransaction transaction, Times times, String outcome, UUID begin, boolean outdated)
            throws SQLException {
        @Nullable Preview preview = Preview.open(transaction, times.now()).orElse(null);
        if (preview == null) {
            return new View(null, null, null, List.of(), List.of(), "", null, true, outdated);
        }
        List<PreviewedPerson> found = PreviewedPerson.page(transaction, outcome, begin, A_PAGE + 1);
        List<PreviewedPerson> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                preview,
                times.at(preview.madeAt()),
                times.at(preview.expiresAt()),
                tabs(preview.figures(), outcome),
                shown.stream().map(PersonLine::of).toList(),
                outcome,
                found.size() > A_PAGE ? shown.getLast().objectId().toString() : null,
                begin.equals(PreviewedPerson.START),
                outdated);
    }

    private static List<Tab> tabs(SyncRun.Figures figures, String current) {
        List<Tab> tabs =
                List.of(
                        tab("created", figures.created(), current),
                        tab("linked", figures.linked(), current),
                        tab("updated", figures.updated(), current),
                        tab("reactivated", figures.reactivated(), current),
                        tab("leaves", figures.waiting(), current),
                        tab("rejected", figures.rejected(), current),
                        tab("unchanged", figures.unchanged(), current));
        return tabs.stream().filter(tab -> tab.count() > 0 || tab.current()).toList();
    }

    private static Tab tab(String outcome, long count, String current) {
        return new Tab(outcome, count, outcome.equals(current));
    }

    @POST
    @Path("confirm")
    public Response confirm(@RestForm String run) {
        String home = visitor.get().home();
        Outcome outcome =
                confirm.confirm(
                        visitor.company(),
                        guid(run).orElse(PreviewedPerson.START),
                        visitor.get().name());
        return Response.seeOther(
                        URI.create(
                                switch (outcome) {
                                    case Outcome.Begun(SyncRun begun) ->
                                            home + "/runs/" + begun.id();
                                    case Outcome.NothingToConfirm nothing -> home + "/preview";
                                    case Outcome.Outdated outdated ->
                                            home + "/preview?outdated=true";
                                }))
                .build();
    }

    private static Optional<UUID> guid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(EntraObjectId::parse).map(EntraObjectId::value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
