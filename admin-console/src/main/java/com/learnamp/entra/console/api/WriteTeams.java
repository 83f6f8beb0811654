package com.learnamp.entra.console.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.store.PageNumber;
import com.learnamp.entra.store.Teams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** How programs of the company change its teams, and who is in them. */
@Path("/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WriteTeams {

    private static final PageNumber FIRST_PAGE = new PageNumber(1, QueryParameters.DEFAULT_ROWS);

    private final ChangeTeams change;
    private final ForTheTokensCompany company;
    private final Teams teams;
    private final DescribeTeams describe;
    private final ObjectMapper json;

    WriteTeams(
            ChangeTeams change,
            ForTheTokensCompany company,
            Teams teams,
            DescribeTeams describe,
            ObjectMapper json) {
        this.change = change;
        this.company = company;
        this.teams = teams;
        this.describe = describe;
        this.json = json;
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.TEAMS_CREATE)
    public Response create(
            String body, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return create(Bodies.of(json, type, body));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.TEAMS_CREATE)
    public Response createFromParts(MultipartFormDataInput body) {
        return create(Bodies.ofParts(body));
    }

    @PUT
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.TEAMS_UPDATE)
    public TeamAnswer.InHierarchy update(
            @PathParam("id") String id,
            String body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return update(byId(id), Bodies.of(json, type, body));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.TEAMS_UPDATE)
    public TeamAnswer.InHierarchy updateFromParts(
            @PathParam("id") String id, MultipartFormDataInput body) {
        return update(byId(id), Bodies.ofParts(body));
    }

    @PUT
    @Path("by_external_id/{id}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.TEAMS_UPDATE)
    public TeamAnswer.InHierarchy updateByExternalId(
            @PathParam("id") String id,
            String body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return update(byExternalId(id), Bodies.of(json, type, body));
    }

    @PUT
    @Path("by_external_id/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.TEAMS_UPDATE)
    public TeamAnswer.InHierarchy updateByExternalIdFromParts(
            @PathParam("id") String id, MultipartFormDataInput body) {
        return update(byExternalId(id), Bodies.ofParts(body));
    }

    @POST
    @Path("{id}/users")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.TEAM_USERS_CREATE)
    public Response add(
            @PathParam("id") String id,
            String body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return add(id, Bodies.of(json, type, body));
    }

    @POST
    @Path("{id}/users")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.TEAM_USERS_CREATE)
    public Response addFromParts(@PathParam("id") String id, MultipartFormDataInput body) {
        return add(id, Bodies.ofParts(body));
    }

    @DELETE
    @Path("{id}/users/{user}")
    @RolesAllowed(Scopes.TEAM_USERS_DELETE)
    public void remove(@PathParam("id") String id, @PathParam("user") String user) {
        change.remove(byId(id), Identifiers.parse(user).orElseThrow(NotFoundException::new));
    }

    /** A form in parts that ends in the middle of one. */
    @ServerExceptionMapper
    public Response unreadable(IOException e) {
        return Response.status(Response.Status.BAD_REQUEST).build();
    }

    private Response create(Map<String, List<String>> body) {
        long id = change.create(TeamInput.of(body, true));
        return Response.status(Response.Status.CREATED).entity(answer(id)).build();
    }

    private TeamAnswer.InHierarchy update(
            ChangeTeams.Finder finder, Map<String, List<String>> body) {
        return answer(change.update(finder, TeamInput.of(body, false)));
    }

    private Response add(String team, Map<String, List<String>> body) {
        long id = change.add(byId(team), body);
        TeamAnswer.WithUsers answer =
                company.read(zone ->
                        teams.find(id)
                                .map(found ->
                                        describe.withUsers(
                                                found,
                                                describe.members(found, FIRST_PAGE).rows(),
                                                zone))
                                .orElseThrow(NotFoundException::new));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private TeamAnswer.InHierarchy answer(long id) {
        return company.read(zone ->
                describe.inHierarchy(teams.find(id).orElseThrow(NotFoundException::new), zone));
    }

    private static ChangeTeams.Finder byId(String id) {
        long number = Identifiers.parse(id).orElseThrow(NotFoundException::new);
        return transaction -> StoredTeam.byId(transaction, number);
    }

    private static ChangeTeams.Finder byExternalId(String id) {
        String sound = Identifiers.external(id).orElseThrow(NotFoundException::new);
        return transaction -> StoredTeam.byExternalId(transaction, sound);
    }
}
