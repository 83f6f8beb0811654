package com.learnamp.entra.console.people;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
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
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Individuals: found, filtered, invited. */
@Path("/individuals")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PeoplePages {

    private static final String INVITATIONS = "invitations";
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final ActOnPeople act;

    PeoplePages(CurrentVisitor visitor, Frames frames, ActOnPeople act) {
        this.visitor = visitor;
        this.frames = frames;
        this.act = act;
    }

    /**
     * @param before where the page before this one ends; null on the first
     * @param after where the next page begins; null on the last
     * @param invited how many were invited a moment ago; null if nobody tried
     */
    record ListView(
            List<PersonRow> people,
            String q,
            String status,
            List<StatusTab> tabs,
            long total,
            long counted,
            @Nullable Long before,
            @Nullable Long after,
            boolean tooShort,
            boolean invitable,
            @Nullable Long invited) {}

    /**
     * @param from the page that it began on, where it leads back to
     */
    record InviteView(List<PersonRow> people, String from) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance individuals(Frame frame, ListView view);

        static native TemplateInstance invite(Frame frame, InviteView view);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String invited) {
        Search search = Search.of(q, status, number(after), number(before));
        return frames.page((transaction, frame) ->
                Templates.individuals(frame, list(transaction, frame, search, number(invited))));
    }

    private static ListView list(
            StoreTransaction transaction, Frame frame, Search search, @Nullable Long invited)
            throws SQLException {
        Search.Found found =
                search.isTooShort()
                        ? new Search.Found(List.of(), false, false)
                        : search.find(transaction);
        List<PersonRow> people = PersonRow.ofIds(transaction, found.people(), frame.times());
        return new ListView(
                people,
                search.text(),
                search.statusCode(),
                StatusTab.of(transaction, search),
                search.isTooShort() ? 0 : search.count(transaction),
                Search.COUNTED,
                found.before() && !people.isEmpty() ? Long.valueOf(people.getFirst().id()) : null,
                found.after() && !people.isEmpty() ? Long.valueOf(people.getLast().id()) : null,
                search.isTooShort(),
                people.stream().anyMatch(PersonRow::invitable),
                invited);
    }

    /** Whom the invitations would go to, before they do. */
    @GET
    @Path("invite")
    public TemplateInstance confirm(@RestQuery List<String> id, @RestQuery @Nullable String from) {
        List<Long> chosen = numbers(id);
        return frames.page((transaction, frame) ->
                Templates.invite(
                        frame,
                        new InviteView(
                                PersonRow.ofIds(transaction, chosen, frame.times()).stream()
                                        .filter(PersonRow::invitable)
                                        .toList(),
                                origin(from))));
    }

    @POST
    @Path("invite")
    public Response invite(@RestForm List<String> id, @RestForm @Nullable String from) {
        int invited = act.invite(visitor.company(), numbers(id), visitor.get().name());
        return Response.seeOther(
                        URI.create(
                                visitor.get().home() + "/" + origin(from) + "?invited=" + invited))
                .build();
    }

    private static List<Long> numbers(List<String> texts) {
        return texts.stream()
                .filter(text -> ID.matcher(text).matches())
                .map(Long::valueOf)
                .distinct()
                .limit(Search.A_PAGE)
                .toList();
    }

    private static String origin(@Nullable String from) {
        return INVITATIONS.equals(from) ? INVITATIONS : "individuals";
    }

    static @Nullable Long number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> ID.matcher(digits).matches())
                .map(Long::valueOf)
                .orElse(null);
    }
}
