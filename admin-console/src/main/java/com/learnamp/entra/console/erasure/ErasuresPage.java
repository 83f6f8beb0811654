package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** That people were erased, and letting one of them come back. */
@Path("/erasures")
@Page
@RunOnVirtualThread
class ErasuresPage {

    private static final int MOST = 100;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final EraseUser erase;
    private final EraseStranger eraseStranger;
    private final Clock clock;

    ErasuresPage(
            CurrentVisitor visitor,
            Frames frames,
            CompanyScope scope,
            EraseUser erase,
            EraseStranger eraseStranger,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.erase = erase;
        this.eraseStranger = eraseStranger;
        this.clock = clock;
    }

    record Line(
            UUID id,
            String erasedBy,
            Times.Moment erasedAt,
            @Nullable String liftedBy,
            Times.@Nullable Moment liftedAt) {

        static Line of(Erasure erasure, Times times) {
            @Nullable Instant lifted = erasure.liftedAt();
            return new Line(
                    erasure.id(),
                    erasure.erasedBy(),
                    times.at(erasure.erasedAt()),
                    erasure.liftedBy(),
                    lifted == null ? null : times.at(lifted));
        }
    }

    /**
     * @param email that was looked for; empty: all
     * @param done erased, lifted: what was done a moment ago
     * @param problem malformed, in_learn_amp: why nobody was erased; empty before it was tried
     * @param person who is in Learn Amp; null for nobody
     */
    record View(
            List<Line> lines, String email, String done, String problem, @Nullable Long person) {

        /** Personal data. */
        @Override
        public String toString() {
            return "View[" + lines + "]";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erasures(Frame frame, View view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance erasures(
            @RestQuery @Nullable String email,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String problem,
            @RestQuery @Nullable Long person) {
        String wanted = email == null ? "" : email.strip();
        return frames.page((transaction, frame) -> {
            List<Erasure> found =
                    wanted.isEmpty()
                            ? Erasure.latest(transaction, MOST)
                            : Erasure.ofHash(
                                    transaction, erase.hash(visitor.company(), wanted), MOST);
            return Templates.erasures(
                    frame,
                    new View(
                            found.stream().map(one -> Line.of(one, frame.times())).toList(),
                            wanted,
                            done == null ? "" : done,
                            problem == null ? "" : problem,
                            person));
        });
    }

    /** Somebody who was never created. */
    @POST
    public Response erase(@RestForm @Nullable String about) {
        Optional<Stranger> stranger = Stranger.parse(about);
        if (stranger.isEmpty()) {
            return to("problem=malformed");
        }
        return switch (eraseStranger.erase(
                visitor.company(), stranger.get(), visitor.get().name())) {
            case EraseStranger.Outcome.Erased erased -> to("done=erased");
            case EraseStranger.Outcome.InLearnAmp(long person) ->
                    to("problem=in_learn_amp&person=" + person);
        };
    }

    @POST
    @Path("{id}/lift")
    public Response lift(@RestPath String id) {
        UUID erasure = ErasuresApi.parse(id).orElseThrow(NotFoundException::new);
        if (!scope.locked(
                visitor.company(),
                transaction ->
                        Erasure.lift(
                                transaction, erasure, visitor.get().name(), clock.instant()))) {
            throw new NotFoundException();
        }
        return to("done=lifted");
    }

    private Response to(String query) {
        return Response.seeOther(URI.create(visitor.get().home() + "/erasures?" + query)).build();
    }
}
