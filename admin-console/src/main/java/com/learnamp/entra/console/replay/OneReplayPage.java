package com.learnamp.entra.console.replay;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One replay: how far it is, what it changed or would change, and pausing and stopping it. */
@Path("/ops/replay/{id: [0-9a-f-]{36}}")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class OneReplayPage {

    private static final Logger LOG = Logger.getLogger(OneReplayPage.class);

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final ReadReplay readReplay;
    private final Clock clock;

    OneReplayPage(
            CurrentVisitor visitor,
            Frames frames,
            CompanyScope scope,
            ReadReplay readReplay,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.readReplay = readReplay;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance replay(Frame frame, ReadReplay.View view);

        static native TemplateInstance replay$live(Frame frame, ReadReplay.View view);

        static native TemplateInstance replay$decisions(Frame frame, ReadReplay.View view);
    }

    @GET
    public TemplateInstance one(
            @RestPath String id, @RestQuery @Nullable String after, @RestQuery boolean late) {
        visitor.staff();
        Frame frame = frames.ofNoCompany();
        return Templates.replay(frame, readReplay.read(found(id), frame, parse(after), late));
    }

    @POST
    @Path("{decision: pause|resume|stop}")
    public Response decide(@RestPath String id, @RestPath String decision) {
        visitor.staff();
        UUID replay = found(id);
        boolean decided =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction ->
                                ReplayProgress.decide(
                                        transaction,
                                        replay,
                                        Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                                        visitor.get().name(),
                                        clock));
        LOG.infof("replay decided replay=%s decision=%s", replay, decision);
        return Response.seeOther(
                        URI.create("/ops/replay/" + replay + (decided ? "" : "?late=true")))
                .build();
    }

    static UUID found(String id) {
        return parse(id).orElseThrow(NotFoundException::new);
    }

    static Optional<UUID> parse(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
