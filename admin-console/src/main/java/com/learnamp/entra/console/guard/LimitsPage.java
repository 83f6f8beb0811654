package com.learnamp.entra.console.guard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Author;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * How many people may leave, come, be invited or lose values at once, and how long leavers stay
 * active.
 */
@Path("/limits")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class LimitsPage {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final SaveGuard save;

    LimitsPage(CurrentVisitor visitor, Frames frames, SaveGuard save) {
        this.visitor = visitor;
        this.frames = frames;
        this.save = save;
    }

    /**
     * A field of the form.
     *
     * @param value as entered
     * @param wrong whether it was refused
     */
    record Field(String name, String value, boolean wrong) {}

    record View(List<Field> fields, boolean saved) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance limits(Frame frame, View view);
    }

    @GET
    public TemplateInstance limits(@RestQuery boolean saved) {
        return frames.page((transaction, frame) ->
                Templates.limits(
                        frame,
                        new View(
                                fields(
                                        entered(GuardSettings.read(transaction)),
                                        new FieldProblems()),
                                saved)));
    }

    @POST
    public Response save(
            @RestForm @DefaultValue("") String graceHours,
            @RestForm @DefaultValue("") String limitPercent,
            @RestForm @DefaultValue("") String limitPeople,
            @RestForm @DefaultValue("") String windowHours) {
        Map<String, String> entered = new LinkedHashMap<>();
        entered.put(GuardSettings.GRACE_HOURS, graceHours.strip());
        entered.put(GuardSettings.LIMIT_PERCENT, limitPercent.strip());
        entered.put(GuardSettings.LIMIT_PEOPLE, limitPeople.strip());
        entered.put(GuardSettings.WINDOW_HOURS, windowHours.strip());
        try {
            save.change(
                    visitor.company(),
                    json(entered).toString(),
                    new Author(visitor.get().name(), visitor.get().isStaff()));
        } catch (InvalidInput invalid) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(again(entered, invalid.problems()))
                    .build();
        }
        return Response.seeOther(URI.create(visitor.get().home() + "/limits?saved=true")).build();
    }

    private String again(Map<String, String> entered, FieldProblems problems) {
        return frames.page((transaction, frame) ->
                Templates.limits(frame, new View(fields(entered, problems), false)).render());
    }

    private static Map<String, String> entered(GuardSettings settings) {
        Map<String, String> entered = new LinkedHashMap<>();
        entered.put(GuardSettings.GRACE_HOURS, Integer.toString(settings.graceHours()));
        entered.put(GuardSettings.LIMIT_PERCENT, text(settings.limitPercent()));
        entered.put(GuardSettings.LIMIT_PEOPLE, text(settings.limitPeople()));
        entered.put(GuardSettings.WINDOW_HOURS, Integer.toString(settings.windowHours()));
        return entered;
    }

    private static String text(@Nullable Integer limit) {
        return limit == null ? "" : limit.toString();
    }

    private static List<Field> fields(Map<String, String> entered, FieldProblems problems) {
        List<Field> fields = new ArrayList<>();
        entered.forEach(
                (name, value) -> fields.add(new Field(name, value, problems.of(name).isPresent())));
        return fields;
    }

    /** An empty field is no such limit. */
    private static ObjectNode json(Map<String, String> entered) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        entered.forEach((name, value) -> {
            if (NUMBER.matcher(value).matches()) {
                body.put(name, Integer.parseInt(value));
            } else if (value.isEmpty() && name.startsWith("limit")) {
                body.putNull(name);
            } else {
                body.put(name, value);
            }
        });
        return body;
    }
}
