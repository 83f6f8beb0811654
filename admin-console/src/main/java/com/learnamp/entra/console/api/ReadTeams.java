package com.learnamp.entra.console.api;

import com.learnamp.entra.store.Counted;
import com.learnamp.entra.store.Individual;
import com.learnamp.entra.store.PageNumber;
import com.learnamp.entra.store.Team;
import com.learnamp.entra.store.Teams;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The teams of the token's company, and who is in them. */
@Path("/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReadTeams {

    private final ForTheTokensCompany company;
    private final Teams teams;
    private final DescribeTeams describe;

    ReadTeams(ForTheTokensCompany company, Teams teams, DescribeTeams describe) {
        this.company = company;
        this.teams = teams;
        this.describe = describe;
    }

    @GET
    @RolesAllowed(Scopes.TEAMS_READ)
    public Response list(@Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters());
        PageNumber page = parameters.page();
        Optional<String> name = parameters.text("filters[name]");
        parameters.refuseTheRest();
        return company.read(zone -> {
            Counted<Team> found =
                    name.map(one -> teams.named(one, page)).orElseGet(() -> teams.page(page));
            return Pages.answer(
                    new TeamList(describe.all(found.rows(), zone)), page, found.total());
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.TEAMS_READ)
    public TeamAnswer.InHierarchy one(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters.refuseAllBut(uri);
        return inHierarchy(() -> Identifiers.parse(id).flatMap(teams::find));
    }

    @GET
    @Path("by_external_id/{id}")
    @RolesAllowed(Scopes.TEAMS_READ)
    public TeamAnswer.InHierarchy byExternalId(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters.refuseAllBut(uri);
        return inHierarchy(
                () -> Identifiers.external(id).flatMap(teams::findByIntegrationExternalId));
    }

    @GET
    @Path("{id}/users")
    @RolesAllowed(Scopes.TEAM_USERS_READ)
    public Response users(@PathParam("id") String id, @Context UriInfo uri) {
        return users(() -> Identifiers.parse(id).flatMap(teams::find), uri);
    }

    @GET
    @Path("by_external_id/{id}/users")
    @RolesAllowed(Scopes.TEAM_USERS_READ)
    public Response usersByExternalId(@PathParam("id") String id, @Context UriInfo uri) {
        return users(
                () -> Identifiers.external(id).flatMap(teams::findByIntegrationExternalId), uri);
    }

    private TeamAnswer.InHierarchy inHierarchy(Supplier<Optional<Team>> finder) {
        return company.read(zone ->
                describe.inHierarchy(finder.get().orElseThrow(NotFoundException::new), zone));
    }

    private Response users(Supplier<Optional<Team>> finder, UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters());
        PageNumber page = parameters.page();
        parameters.refuseTheRest();
        return company.read(zone -> {
            Team team = finder.get().orElseThrow(NotFoundException::new);
            Counted<Individual> members = describe.members(team, page);
            return Pages.answer(
                    describe.withUsers(team, members.rows(), zone), page, members.total());
        });
    }

    record TeamList(List<TeamAnswer> teams) {}
}
