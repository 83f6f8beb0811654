package com.learnamp.entra.console.changes;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every change of a person with its cause and its times, and what was overridden, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
@RunOnVirtualThread
class HistoryApi {

    private static final int MOST = 200;

    private final CallersCompany company;
    private final CompanyScope scope;

    HistoryApi(CallersCompany company, CompanyScope scope) {
        this.company = company;
        this.scope = scope;
    }

    @GET
    @Path("history")
    public HistoryAnswer history(
            @QueryParam("person") @Nullable String person,
            @QueryParam("run") @Nullable String run,
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        FieldProblems problems = new FieldProblems();
        HistoryFilter filter =
                new HistoryFilter(
                        parse("person", person, Long::valueOf, problems),
                        parse("run", run, UUID::fromString, problems),
                        cause,
                        parse("after", after, HistoryFilter.Cursor::parse, problems));
        problems.refuseAny();
        int most = Math.clamp(limit, 1, MOST);
        return HistoryAnswer.of(
                scope.of(company.id(), transaction -> History.find(transaction, filter, most + 1)),
                most);
    }

    @GET
    @Path("drift")
    public Drift.Answer drift(
            @QueryParam("person") @Nullable String person,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        FieldProblems problems = new FieldProblems();
        @Nullable Long id = parse("person", person, Long::valueOf, problems);
        HistoryFilter.@Nullable Cursor begin =
                parse("after", after, HistoryFilter.Cursor::parse, problems);
        problems.refuseAny();
        int most = Math.clamp(limit, 1, MOST);
        return scope.of(company.id(), transaction -> Drift.find(transaction, id, begin, most));
    }

    private static <T> @Nullable T parse(
            String name,
            @Nullable String text,
            Function<String, T> parser,
            FieldProblems problems) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(name, FieldProblem.NOT_ONE_OF_THE_VALUES);
            return null;
        }
    }
}
