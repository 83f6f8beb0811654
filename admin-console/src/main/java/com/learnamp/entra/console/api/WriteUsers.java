package com.learnamp.entra.console.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.store.Individuals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

/** How programs of the company change its people. */
@Path("/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WriteUsers {

    private final ChangeUsers change;
    private final ForTheTokensCompany company;
    private final Individuals individuals;
    private final DescribeUsers describe;
    private final ObjectMapper json;

    WriteUsers(
            ChangeUsers change,
            ForTheTokensCompany company,
            Individuals individuals,
            DescribeUsers describe,
            ObjectMapper json) {
        this.change = change;
        this.company = company;
        this.individuals = individuals;
        this.describe = describe;
        this.json = json;
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.USERS_CREATE)
    public Response create(
            String body, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return create(Bodies.of(json, type, body));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.USERS_CREATE)
    public Response createFromParts(MultipartFormDataInput body) {
        return create(Bodies.ofParts(body));
    }

    @PUT
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.USERS_UPDATE)
    public UserAnswer.Expanded update(
            @PathParam("id") String id,
            String body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return update(byId(id), Bodies.of(json, type, body));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.USERS_UPDATE)
    public UserAnswer.Expanded updateFromParts(
            @PathParam("id") String id, MultipartFormDataInput body) {
        return update(byId(id), Bodies.ofParts(body));
    }

    @PUT
    @Path("by_integration_external_id/{id}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.USERS_UPDATE)
    public UserAnswer.Expanded updateByExternalId(
            @PathParam("id") String id,
            String body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return update(byExternalId(id), Bodies.of(json, type, body));
    }

    @PUT
    @Path("by_integration_external_id/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.USERS_UPDATE)
    public UserAnswer.Expanded updateByExternalIdFromParts(
            @PathParam("id") String id, MultipartFormDataInput body) {
        return update(byExternalId(id), Bodies.ofParts(body));
    }

    @PUT
    @Path("{id}/deactivate")
    @RolesAllowed(Scopes.USERS_DEACTIVATE)
    public void deactivate(@PathParam("id") String id) {
        change.deactivate(byId(id));
    }

    @PUT
    @Path("{id}/reactivate")
    @RolesAllowed(Scopes.USERS_REACTIVATE)
    public void reactivate(@PathParam("id") String id) {
        change.reactivate(byId(id));
    }

    /** A form in parts that ends in the middle of one. */
    @ServerExceptionMapper
    public Response unreadable(IOException e) {
        return Response.status(Response.Status.BAD_REQUEST).build();
    }

    private Response create(Map<String, List<String>> body) {
        long id = change.create(UserInput.of(body, true));
        return Response.status(Response.Status.CREATED).entity(answer(id)).build();
    }

    private UserAnswer.Expanded update(ChangeUsers.Finder finder, Map<String, List<String>> body) {
        return answer(change.update(finder, UserInput.of(body, false)));
    }

    private UserAnswer.Expanded answer(long id) {
        return company.read(zone ->
                describe.expanded(
                                List.of(individuals.find(id).orElseThrow(NotFoundException::new)),
                                zone)
                        .getFirst());
    }

    private static ChangeUsers.Finder byId(String id) {
        long number = Identifiers.parse(id).orElseThrow(NotFoundException::new);
        return transaction -> StoredUsers.byId(transaction, number);
    }

    private static ChangeUsers.Finder byExternalId(String id) {
        String sound = Identifiers.external(id).orElseThrow(NotFoundException::new);
        return transaction -> StoredUsers.byExternalId(transaction, sound);
    }
}
