package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.mappings.CheckedMapping.Draft;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.SaveSettings;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.store.CompanyScope;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What gives each field its value; the company's own mappings are changed and tried here. */
@Path("/mappings")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class MappingsPages {

    private static final int BAD_REQUEST = 400;

    private final CurrentVisitor visitor;
    private final CompanyScope scope;
    private final Frames frames;
    private final SaveSettings save;
    private final TryMapping tryMapping;
    private final CheckExtensions extensions;

    MappingsPages(
            CurrentVisitor visitor,
            CompanyScope scope,
            Frames frames,
            SaveSettings save,
            TryMapping tryMapping,
            CheckExtensions extensions) {
        this.visitor = visitor;
        this.scope = scope;
        this.frames = frames;
        this.save = save;
        this.tryMapping = tryMapping;
        this.extensions = extensions;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mappings(Frame frame, MappingsView view);
    }

    @GET
    public TemplateInstance mappings(
            @RestQuery @Nullable String field, @RestQuery @Nullable String saved) {
        return frames.page((transaction, frame) ->
                Templates.mappings(
                        frame,
                        MappingsView.of(transaction, field == null ? "" : field, saved != null)));
    }

    @POST
    public Response save(
            @RestForm @Nullable String field,
            @RestForm @Nullable String attribute,
            @RestForm @Nullable String expression,
            @RestForm @Nullable String rule) {
        Draft draft = draft(field, attribute, expression, rule);
        return checked(
                draft,
                mapping ->
                        extensions
                                .check(visitor.company(), mapping, author())
                                .map(wrong -> again(draft, wrong.problems()))
                                .orElseGet(() -> {
                                    save.map(visitor.company(), mapping, author());
                                    return to("?saved=true");
                                }));
    }

    @POST
    @Path("try")
    public Response tryOne(
            @RestForm @Nullable String field,
            @RestForm @Nullable String attribute,
            @RestForm @Nullable String expression,
            @RestForm @Nullable String rule) {
        return checked(
                draft(field, attribute, expression, rule),
                mapping ->
                        to(
                                "/tries/"
                                        + tryMapping.ask(
                                                visitor.company(), mapping, List.of(), author())));
    }

    @GET
    @Path("tries/{id}")
    public TemplateInstance tried(@PathParam("id") UUID id) {
        return frames.page((transaction, frame) -> {
            Trial trial = Trials.find(transaction, id).orElseThrow(NotFoundException::new);
            return Templates.mappings(frame, MappingsView.of(transaction, trial));
        });
    }

    @POST
    @Path("remove")
    public Response remove(@RestForm @Nullable String field) {
        save.unmap(
                visitor.company(),
                Optional.ofNullable(field).orElseThrow(NotFoundException::new),
                author());
        return to("?saved=true");
    }

    private Response checked(Draft draft, Function<CustomFieldMapping, Response> then) {
        CompanyId company = visitor.company();
        return switch (CheckedMapping.of(draft, scope.of(company, CustomField::all))) {
            case CheckedMapping.Wrong wrong -> again(draft, wrong.problems());
            case CheckedMapping.Sound sound -> {
                try {
                    yield then.apply(sound.mapping());
                } catch (InvalidInput noDirectory) {
                    yield again(draft, noDirectory.problems().texts());
                }
            }
        };
    }

    private Response again(Draft draft, Map<String, List<String>> problems) {
        return Response.status(BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(
                        frames.page((transaction, frame) ->
                                Templates.mappings(
                                        frame, MappingsView.of(transaction, draft, problems))))
                .build();
    }

    private static Draft draft(
            @Nullable String field,
            @Nullable String attribute,
            @Nullable String expression,
            @Nullable String rule) {
        return new Draft(field == null ? "" : field, attribute, expression, rule);
    }

    private Author author() {
        return new Author(visitor.get().name(), visitor.get().isStaff());
    }

    private Response to(String rest) {
        return Response.seeOther(URI.create(visitor.get().home() + "/mappings" + rest)).build();
    }
}
