package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoredRow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Erases somebody from his page, once it is plain what goes. */
@Path("/individuals/{person: [0-9]{1,18}}")
@Page
@RunOnVirtualThread
class ErasePages {

    private static final String PERSON =
            "SELECT id, first_name || ' ' || last_name AS name, email FROM learnamp.users WHERE id = ?";

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final EraseUser erase;

    ErasePages(CurrentVisitor visitor, Frames frames, CompanyScope scope, EraseUser erase) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.erase = erase;
    }

    record Person(long id, String name, String email) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /**
     * @param problem mistyped, self, owner: why it was not done; empty before it was tried
     */
    record View(Person person, String problem) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erase(Frame frame, View view);
    }

    @GET
    @Path("erase")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirm(@RestPath long person, @RestQuery @Nullable String problem) {
        return frames.page((transaction, frame) ->
                Templates.erase(
                        frame,
                        new View(
                                transaction
                                        .first(PERSON, ErasePages::person, person)
                                        .orElseThrow(NotFoundException::new),
                                problem == null ? "" : problem)));
    }

    @POST
    @Path("erase")
    public Response erase(@RestPath long person, @RestForm @DefaultValue("") String typed) {
        Person found =
                scope.of(
                                visitor.company(),
                                transaction ->
                                        transaction.first(PERSON, ErasePages::person, person))
                        .orElseThrow(NotFoundException::new);
        String page = "/individuals/" + person + "/erase?problem=";
        if (!typed.strip().equalsIgnoreCase(found.email())) {
            return to(page + "mistyped");
        }
        if (visitor.get().who() instanceof Visitor.Who.Admin(long user, var role)
                && user == person) {
            return to(page + "self");
        }
        return switch (erase.erase(visitor.company(), person, visitor.get().name())) {
            case EraseUser.Outcome.Erased erased -> to("/erasures?done=erased");
            case EraseUser.Outcome.LastOwner last -> to(page + "owner");
            case EraseUser.Outcome.NotThere nobody -> throw new NotFoundException();
        };
    }

    private static Person person(StoredRow row) throws SQLException {
        return new Person(row.number("id"), row.text("name"), row.text("email"));
    }

    private Response to(String page) {
        return Response.seeOther(URI.create(visitor.get().home() + page)).build();
    }
}
