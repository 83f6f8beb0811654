package com.learnamp.entra.console.people;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Invitations: who will be invited, who waits for it, who was, and whom the mail server refused.
 */
@Path("/invitations")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class InvitationsPage {

    private static final String PAUSED =
            "SELECT learnamp.is_paused(learnamp.current_company(), 'writes', 'live') AS paused";

    private final Frames frames;

    InvitationsPage(Frames frames) {
        this.frames = frames;
    }

    /** A way to filter. */
    record Tab(String list, long count, boolean current) {}

    /**
     * @param preference how the company invites
     * @param before where the page before this one ends; null on the first
     * @param after where the next page begins; null on the last
     * @param invited how many were invited a moment ago; null if nobody tried
     */
    record View(
            String preference,
            boolean connected,
            boolean paused,
            String list,
            List<Tab> tabs,
            long total,
            long counted,
            List<InvitationRow> rows,
            boolean invitable,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Long invited) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invitations(Frame frame, View view);
    }

    /** Without a list, the one that the company's preference makes interesting. */
    @GET
    public TemplateInstance invitations(
            @RestQuery @Nullable String list,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String invited) {
        Search.@Nullable Cursor from =
                Search.of(null, null, PeoplePages.number(after), PeoplePages.number(before)).from();
        return frames.page((transaction, frame) ->
                Templates.invitations(
                        frame, view(transaction, frame, list, from, PeoplePages.number(invited))));
    }

    private static View view(
            StoreTransaction transaction,
            Frame frame,
            @Nullable String wanted,
            Search.@Nullable Cursor from,
            @Nullable Long invited)
            throws SQLException {
        Integration integration = IntegrationRows.read(transaction);
        InvitationList list =
                InvitationList.ofCode(wanted)
                        .orElse(
                                integration.invitations() == Invitations.BY_HAND
                                        ? InvitationList.BY_HAND
                                        : InvitationList.SCHEDULED);
        Search.Found found = list.find(transaction, from);
        List<InvitationRow> rows =
                InvitationRow.ofIds(transaction, list, found.people(), frame.times());
        List<Tab> tabs = tabs(transaction, list);
        return new View(
                StoredWords.of(integration.invitations()),
                integration.isActive(),
                transaction.first(PAUSED, row -> row.truth("paused")).orElse(false),
                list.code(),
                tabs,
                tabs.get(list.ordinal()).count(),
                InvitationList.COUNTED,
                rows,
                rows.stream().anyMatch(InvitationRow::invitable),
                found.before() && !rows.isEmpty() ? Long.valueOf(rows.getFirst().id()) : null,
                found.after() && !rows.isEmpty() ? Long.valueOf(rows.getLast().id()) : null,
                invited);
    }

    private static List<Tab> tabs(StoreTransaction transaction, InvitationList current)
            throws SQLException {
        List<Tab> tabs = new ArrayList<>();
        for (InvitationList list : InvitationList.values()) {
            tabs.add(new Tab(list.code(), list.count(transaction), list == current));
        }
        return tabs;
    }
}
