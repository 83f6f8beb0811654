package com.learnamp.entra.console.api;

import com.learnamp.entra.store.Counted;
import com.learnamp.entra.store.Individual;
import com.learnamp.entra.store.Individuals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The people of the token's company. */
@Path("/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.USERS_READ)
@RunOnVirtualThread
class ReadUsers {

    private final ForTheTokensCompany company;
    private final Individuals individuals;
    private final DescribeUsers describe;

    ReadUsers(ForTheTokensCompany company, Individuals individuals, DescribeUsers describe) {
        this.company = company;
        this.individuals = individuals;
        this.describe = describe;
    }

    @GET
    public Response list(@Context UriInfo uri) {
        return company.read(zone -> {
            UserList asked = UserList.of(uri.getQueryParameters(), zone);
            Counted<Individual> found = individuals.page(asked.conditions(), asked.page());
            return Pages.answer(
                    new Users(
                            asked.expanded()
                                    ? describe.expanded(found.rows(), zone)
                                    : describe.inShort(found.rows(), zone)),
                    asked.page(),
                    found.total());
        });
    }

    @GET
    @Path("{id}")
    public UserAnswer.Expanded one(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters.refuseAllBut(uri, "expanded");
        return company.read(
                zone -> expanded(Identifiers.parse(id).flatMap(individuals::find), zone));
    }

    @GET
    @Path("by_integration_external_id/{id}")
    public UserAnswer.Expanded byExternalId(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters.refuseAllBut(uri, "expanded");
        return company.read(zone ->
                expanded(
                        Identifiers.external(id).flatMap(individuals::findByIntegrationExternalId),
                        zone));
    }

    private UserAnswer.Expanded expanded(Optional<Individual> found, ZoneId zone) {
        Individual person = found.orElseThrow(NotFoundException::new);
        return describe.expanded(List.of(person), zone).getFirst();
    }

    record Users(List<? extends UserAnswer> users) {}
}
