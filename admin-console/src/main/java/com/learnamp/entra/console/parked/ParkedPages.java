package com.learnamp.entra.console.parked;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.OperationsToo;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is parked: of the company, or for staff who have opened none, of all. */
@Path("/")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ParkedPages {

    private static final int A_PAGE = 50;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final RetryParked retryParked;
    private final Clock clock;

    ParkedPages(
            CurrentVisitor visitor,
            Frames frames,
            CompanyScope scope,
            RetryParked retryParked,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.retryParked = retryParked;
        this.clock = clock;
    }

    /** One of them. */
    record Item(
            long id,
            String service,
            String topic,
            String place,
            String key,
            String reason,
            int attempts,
            Times.Moment since) {

        static Item of(ParkedRow row, Times times) {
            return new Item(
                    row.id(),
                    row.service(),
                    row.topic(),
                    row.partition() + "/" + row.offset(),
                    row.key(),
                    row.reason(),
                    row.attempts(),
                    times.at(row.parkedAt()));
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    /**
     * @param at where the pages are: of the company, or of operations
     * @param after where the next page begins; null on the last
     */
    record View(List<Item> items, String at, String text, @Nullable Long after) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance parked(Frame frame, View view);
    }

    @GET
    @Path("parked")
    public TemplateInstance ofCompany(
            @RestQuery @Nullable String q, @RestQuery @DefaultValue("0") long after) {
        return frames.page((transaction, frame) ->
                Templates.parked(
                        frame,
                        view(ParkedRow.page(transaction, filter(q), after, A_PAGE + 1), frame, q)));
    }

    @GET
    @Path("ops/parked")
    public TemplateInstance ofAll(
            @RestQuery @Nullable String q, @RestQuery @DefaultValue("0") long after) {
        visitor.staff();
        Frame frame = frames.ofNoCompany();
        List<ParkedRow> rows =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction -> ParkedRow.page(transaction, filter(q), after, A_PAGE + 1));
        return Templates.parked(frame, view(rows, frame, q));
    }

    @OperationsToo
    @POST
    @Path("parked/{id: [0-9]{1,18}}/retry")
    public Response retry(@RestPath long id) {
        retryParked.retry(Optional.of(visitor.company()), id, visitor.get().name());
        return back();
    }

    @POST
    @Path("ops/parked/{id: [0-9]{1,18}}/retry")
    public Response retryOfAll(@RestPath long id) {
        visitor.staff();
        retryParked.retry(Optional.empty(), id, visitor.get().name());
        return back();
    }

    @OperationsToo
    @POST
    @Path("parked/retry")
    public Response retryReason(@RestForm @DefaultValue("") String reason) {
        return retryReason(Optional.of(visitor.company()), reason);
    }

    @POST
    @Path("ops/parked/retry")
    public Response retryReasonOfAll(@RestForm @DefaultValue("") String reason) {
        visitor.staff();
        return retryReason(Optional.empty(), reason);
    }

    @OperationsToo
    @POST
    @Path("parked/{id: [0-9]{1,18}}/drop")
    public Response drop(@RestPath long id, @RestForm @DefaultValue("") String note) {
        return drop(Optional.of(visitor.company()), id, note);
    }

    @POST
    @Path("ops/parked/{id: [0-9]{1,18}}/drop")
    public Response dropOfAll(@RestPath long id, @RestForm @DefaultValue("") String note) {
        visitor.staff();
        return drop(Optional.empty(), id, note);
    }

    private Response retryReason(Optional<CompanyId> company, String reason) {
        if (!reason.isBlank()) {
            retryParked.retry(
                    company, ParkedFilter.of(null, null, reason, null), visitor.get().name());
        }
        return back();
    }

    private Response drop(Optional<CompanyId> company, long id, String note) {
        if (!note.isBlank()) {
            scope.ofCompanyOrAll(
                    company,
                    transaction ->
                            ParkedRow.decide(
                                    transaction,
                                    id,
                                    "dropped",
                                    visitor.get().name(),
                                    clock.instant(),
                                    note.strip()));
        }
        return back();
    }

    private Response back() {
        return Response.seeOther(URI.create(at())).build();
    }

    private String at() {
        return visitor.get().openCompany().isPresent()
                ? visitor.get().home() + "/parked"
                : "/ops/parked";
    }

    private View view(List<ParkedRow> found, Frame frame, @Nullable String text) {
        List<ParkedRow> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                shown.stream().map(row -> Item.of(row, frame.times())).toList(),
                at(),
                text == null ? "" : text,
                found.size() > A_PAGE ? Long.valueOf(shown.getLast().id()) : null);
    }

    private static ParkedFilter filter(@Nullable String text) {
        return ParkedFilter.of(null, null, null, text);
    }
}
