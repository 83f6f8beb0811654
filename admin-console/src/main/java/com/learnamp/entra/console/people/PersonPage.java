package com.learnamp.entra.console.people;

import com.learnamp.entra.console.changes.ChangeView;
import com.learnamp.entra.console.changes.History;
import com.learnamp.entra.console.guard.KeptBack;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One person: as Learn Amp has him, where it comes from, and every change. */
@Path("/individuals/{id: [0-9]{1,18}}")
@Page
@RunOnVirtualThread
class PersonPage {

    private static final int MOST_CHANGES = 200;

    private static final String PHOTO =
            """
            SELECT a.content_type, a.bytes FROM learnamp.users u
            JOIN learnamp.avatars a ON a.company_id = u.company_id AND a.hash = u.avatar_hash
            WHERE u.id = ?
            """;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final ActOnPeople act;

    PersonPage(CurrentVisitor visitor, Frames frames, CompanyScope scope, ActOnPeople act) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.act = act;
    }

    /**
     * @param kept why somebody who has left is still active
     * @param done asked, not-followed, hold-problem: what was done a moment ago
     * @param all whether these are all changes
     * @param steps of the sync that was asked for a moment ago; null without one
     */
    record View(
            PersonView person,
            KeptBack kept,
            List<ChangeView> changes,
            boolean all,
            String done,
            @Nullable SyncView steps) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance person(Frame frame, View view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(
            @RestPath long id,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String since) {
        Optional<SyncStart> start = SyncStart.parse(since);
        return frames.page((transaction, frame) -> {
            PersonView person =
                    PersonView.find(transaction, id, frame.times())
                            .orElseThrow(NotFoundException::new);
            List<ChangeView> changes =
                    History.ofPerson(transaction, id, MOST_CHANGES).stream()
                            .map(change -> ChangeView.of(change, frame.times()))
                            .toList();
            return Templates.person(
                    frame,
                    new View(
                            person,
                            KeptBack.of(transaction, id, frame.times()),
                            changes,
                            changes.size() < MOST_CHANGES,
                            done == null ? "" : done,
                            start.isPresent()
                                    ? SyncView.read(transaction, id, start.get(), frame.times())
                                    : null));
        });
    }

    /** Sync this person. */
    @POST
    @Path("sync")
    public Response sync(@RestPath long id) {
        String done =
                act.sync(visitor.company(), id)
                        .map(start -> "asked&since=" + start.text())
                        .orElse("not-followed");
        return Response.seeOther(
                        URI.create(visitor.get().home() + "/individuals/" + id + "?done=" + done))
                .build();
    }

    /** Its address changes with it, so that browsers may keep it. */
    @GET
    @Path("photo/{hash}")
    public Response photo(@RestPath long id, @RestPath String hash) {
        return scope.of(
                        visitor.company(),
                        transaction ->
                                transaction.first(
                                        PHOTO,
                                        row ->
                                                Response.ok(
                                                                row.bytes("bytes"),
                                                                row.text("content_type"))
                                                        .header(
                                                                HttpHeaders.CACHE_CONTROL,
                                                                "private, max-age=86400")
                                                        .build(),
                                        id))
                .orElseThrow(NotFoundException::new);
    }
}
