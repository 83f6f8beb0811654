package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.contracts.TimeZoneNames;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Holds somebody, or releases him, from his page. */
@Path("/individuals/{person: [0-9]{1,18}}")
@Page
@RunOnVirtualThread
class HoldPages {

    private static final int LONGEST_REASON = 500;

    private static final String ZONE =
            "SELECT time_zone FROM learnamp.companies WHERE id = learnamp.current_company()";

    private final CurrentVisitor visitor;
    private final CompanyScope scope;
    private final Clock clock;

    HoldPages(CurrentVisitor visitor, CompanyScope scope, Clock clock) {
        this.visitor = visitor;
        this.scope = scope;
        this.clock = clock;
    }

    @POST
    @Path("hold")
    public Response hold(
            @RestPath long person,
            @RestForm Optional<String> reason,
            @RestForm Optional<String> until) {
        Optional<String> why =
                reason.map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_REASON);
        Optional<String> day = until.filter(text -> !text.isBlank());
        return scope.locked(
                visitor.company(),
                transaction -> {
                    ZoneId zone =
                            transaction
                                    .first(ZONE, row -> row.text("time_zone"))
                                    .flatMap(TimeZoneNames::zone)
                                    .orElse(ZoneOffset.UTC);
                    @Nullable Instant end =
                            day.flatMap(text -> endOf(text, zone))
                                    .filter(at -> at.isAfter(clock.instant()))
                                    .orElse(null);
                    if (why.isEmpty() || (day.isPresent() && end == null)) {
                        return to(person, "?done=hold-problem");
                    }
                    if (!Hold.save(
                            transaction,
                            person,
                            why.get(),
                            end,
                            visitor.get().name(),
                            clock.instant())) {
                        throw new NotFoundException();
                    }
                    return to(person, "");
                });
    }

    @POST
    @Path("release")
    public Response release(@RestPath long person) {
        scope.locked(visitor.company(), transaction -> Hold.release(transaction, person));
        return to(person, "");
    }

    /** The whole of that day is still held. */
    private static Optional<Instant> endOf(String day, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Response to(long person, String more) {
        return Response.seeOther(URI.create(visitor.get().home() + "/individuals/" + person + more))
                .build();
    }
}
