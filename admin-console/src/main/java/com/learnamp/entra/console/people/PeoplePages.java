package com.learnamp.entra.console.people;

import com.learnamp.entra.console.changes.ChangeView;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Individuals: found, and one of them. */
@Path("/individuals")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PeoplePages {

    private static final int MOST_CHANGES = 100;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final ActOnPerson act;

    PeoplePages(CurrentVisitor visitor, Frames frames, ActOnPerson act) {
        this.visitor = visitor;
        this.frames = frames;
        this.act = act;
    }

    /**
     * @param after where the next page begins; null on the last one
     */
    record ListView(
            List<PersonRow> people,
            String q,
            String status,
            List<StatusChoice> statuses,
            @Nullable Long after,
            boolean first,
            boolean tooShort) {}

    record OneView(PersonView person, List<ChangeView> changes, @Nullable String done) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance individuals(Frame frame, ListView view);

        static native TemplateInstance person(Frame frame, OneView view);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String after) {
        Search search = Search.of(q, status, after);
        return frames.page(
                (transaction, frame) -> Templates.individuals(frame, list(transaction, search)));
    }

    private static ListView list(StoreTransaction transaction, Search search) throws SQLException {
        List<PersonRow> found = search.run(transaction);
        List<PersonRow> shown = found.subList(0, Math.min(Search.A_PAGE, found.size()));
        return new ListView(
                shown,
                search.text(),
                search.status(),
                StatusChoice.all(search.status()),
                found.size() > Search.A_PAGE ? Long.valueOf(shown.getLast().id()) : null,
                search.after() == 0,
                search.tooShort());
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id, @RestQuery @Nullable String done) {
        long person = parse(id);
        return frames.page((transaction, frame) ->
                Templates.person(
                        frame,
                        new OneView(
                                PersonView.find(transaction, person, frame.times())
                                        .orElseThrow(NotFoundException::new),
                                History.ofPerson(transaction, person, MOST_CHANGES).stream()
                                        .map(change -> ChangeView.of(change, frame.times()))
                                        .toList(),
                                done)));
    }

    /** Sync this person. */
    @POST
    @Path("{id}/sync")
    public Response sync(@PathParam("id") String id) {
        return back(id, act.sync(visitor.company(), parse(id)) ? "asked" : "not-followed");
    }

    @POST
    @Path("{id}/invite")
    public Response invite(@PathParam("id") String id) {
        return back(
                id,
                act.invite(visitor.company(), parse(id), visitor.get().name())
                        ? "invited"
                        : "not-invited");
    }

    private Response back(String id, String done) {
        return Response.seeOther(
                        URI.create(visitor.get().home() + "/individuals/" + id + "?done=" + done))
                .build();
    }

    private static long parse(String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .map(Long::parseLong)
                .orElseThrow(NotFoundException::new);
    }
}
