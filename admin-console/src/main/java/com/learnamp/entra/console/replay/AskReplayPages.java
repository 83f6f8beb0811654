package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Replays, for Learn Amp's operations alone: those there have been, and asking for one, which is
 * shown before it is done. What is asked for is in the address, so that nothing entered is lost.
 */
@Path("/ops/replay")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class AskReplayPages {

    private static final int BAD_REQUEST = 400;
    private static final int A_PAGE = 50;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final AskForReplay askForReplay;
    private final Clock clock;

    AskReplayPages(
            CurrentVisitor visitor,
            Frames frames,
            CompanyScope scope,
            AskForReplay askForReplay,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.askForReplay = askForReplay;
        this.clock = clock;
    }

    /** All of them, and the form. */
    record View(List<ReplayView> replays, ReplayForm form, FieldProblems problems) {

        /**
         * @return what is wrong with a field; null: nothing
         */
        public @Nullable String problem(String field) {
            return problems.of(field).map(StoredWords::of).orElse(null);
        }

        public List<String> problemFields() {
            return problems.fields();
        }

        public List<String> topics() {
            return Stream.of(ReplayTarget.values())
                    .flatMap(target -> target.sources().stream())
                    .map(topic -> topic.topicName())
                    .toList();
        }
    }

    record Confirmation(ReplayForm form, ReplayEstimate estimate) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance replays(Frame frame, View view);

        static native TemplateInstance confirm(Frame frame, Confirmation view);
    }

    @GET
    public TemplateInstance all(UriInfo address) {
        visitor.staff();
        return page(ReplayForm.of(address.getQueryParameters()), new FieldProblems());
    }

    /**
     * @param tried a trial of the same
     */
    @GET
    @Path("confirm")
    public Response confirm(UriInfo address, @RestQuery @Nullable String tried) {
        visitor.staff();
        ReplayForm form = ReplayForm.of(address.getQueryParameters());
        return checked(
                form,
                false,
                wish ->
                        Response.ok(
                                        Templates.confirm(
                                                frames.ofNoCompany(),
                                                new Confirmation(
                                                        form,
                                                        ReplayEstimate.of(
                                                                scope,
                                                                wish.replay(),
                                                                OneReplayPage.parse(tried)))))
                                .build());
    }

    @POST
    @Path("confirm")
    public Response ask(UriInfo address, @RestForm boolean trial) {
        visitor.staff();
        return checked(
                ReplayForm.of(address.getQueryParameters()),
                trial,
                wish -> {
                    UUID id = askForReplay.ask(wish, visitor.get().name());
                    return Response.seeOther(URI.create("/ops/replay/" + id)).build();
                });
    }

    private Response checked(ReplayForm form, boolean trial, Function<ReplayWish, Response> then) {
        try {
            ReplayWish wish = new ReplayWish.Reader(form.body(trial), clock.instant()).read();
            if (!isThere(wish.replay())) {
                throw new InvalidInput(FieldProblems.of("company", FieldProblem.NOT_A_COMPANY));
            }
            return then.apply(wish);
        } catch (InvalidInput wrong) {
            return Response.status(BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page(form, wrong.problems()))
                    .build();
        }
    }

    private boolean isThere(Replay replay) {
        return replay.oneCompany()
                .map(company ->
                        scope.ofNoCompany(transaction ->
                                CompanyNames.of(transaction, company.value()).isPresent()))
                .orElse(true);
    }

    private TemplateInstance page(ReplayForm form, FieldProblems problems) {
        Frame frame = frames.ofNoCompany();
        List<ReplayView> replays =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction -> {
                            List<ReplayAnswer> answers = new ArrayList<>();
                            for (ReplayRow row : ReplayRow.latest(transaction, A_PAGE)) {
                                answers.add(ReplayAnswer.of(transaction, row));
                            }
                            Map<Long, String> names =
                                    CompanyNames.of(
                                            transaction,
                                            answers.stream()
                                                    .map(ReplayAnswer::company)
                                                    .filter(Objects::nonNull)
                                                    .distinct()
                                                    .toList());
                            return answers.stream()
                                    .map(answer -> ReplayView.of(answer, names, frame.times()))
                                    .toList();
                        });
        return Templates.replays(frame, new View(replays, form, problems));
    }
}
