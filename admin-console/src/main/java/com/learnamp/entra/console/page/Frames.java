package com.learnamp.entra.console.page;

import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.contracts.TimeZoneNames;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Makes the frame of the page that is asked for, in the transaction that reads the page. */
@RequestScoped
public class Frames {

    private static final String COMPANY = "SELECT name, time_zone FROM learnamp.companies";

    private static final String ATTENTION =
            """
            SELECT (SELECT count(DISTINCT object_id) FROM provisioning.attention WHERE reason <> 'review_expired')
                 + (SELECT count(*) FROM provisioning.reviews r
                    JOIN provisioning.withheld w ON w.company_id = r.company_id AND w.review_id = r.id
                    WHERE r.state <> 'closed' AND w.state = 'review')
                 + (SELECT count(DISTINCT field) FROM provisioning.unread_fields)
                 + (SELECT count(*) FROM directory.connections c
                    JOIN provisioning.integrations i ON i.company_id = c.company_id AND i.group_id = c.group_id
                    WHERE i.status = 'active' AND c.state = 'stopped') AS items
            """;

    private final CurrentVisitor current;
    private final RoutingContext request;
    private final CompanyScope scope;
    private final Clock clock;

    Frames(CurrentVisitor current, RoutingContext request, CompanyScope scope, Clock clock) {
        this.current = current;
        this.request = request;
        this.scope = scope;
        this.clock = clock;
    }

    /** What a page shows, read in one transaction of the visitor's company. */
    public interface Content<T> {
        T read(StoreTransaction transaction, Frame frame) throws SQLException;
    }

    public <T> T page(Content<T> content) {
        return scope.of(
                current.company(),
                transaction -> content.read(transaction, ofCompany(transaction)));
    }

    /** For pages of no company. */
    public Frame ofNoCompany() {
        return frame(null, "UTC", 0);
    }

    private Frame ofCompany(StoreTransaction transaction) throws SQLException {
        long attention = transaction.first(ATTENTION, row -> row.number("items")).orElseThrow();
        return transaction
                .first(COMPANY, row -> frame(row.text("name"), row.text("time_zone"), attention))
                .orElseThrow();
    }

    private Frame frame(@Nullable String company, String zone, long attention) {
        Visitor visitor = current.get();
        return new Frame(
                visitor,
                visitor.home(),
                company,
                zone,
                attention,
                request.request().uri(),
                Theme.of(request),
                SearchKey.isOn(request),
                new Times(
                        TimeZoneNames.zone(zone).orElse(ZoneOffset.UTC),
                        clock.instant(),
                        MessageBundles.get(FrameWords.class)));
    }
}
