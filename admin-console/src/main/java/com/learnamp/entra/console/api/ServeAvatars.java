package com.learnamp.entra.console.api;

import com.learnamp.entra.store.Avatar;
import com.learnamp.entra.store.Avatars;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pictures that {@code avatar} names: an address whose content never changes. */
@Path("/v1/avatars/{hash}")
@Produces(MediaType.WILDCARD)
@RolesAllowed(Scopes.USERS_READ)
@RunOnVirtualThread
class ServeAvatars {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ForTheTokensCompany company;
    private final Avatars avatars;

    ServeAvatars(ForTheTokensCompany company, Avatars avatars) {
        this.company = company;
        this.avatars = avatars;
    }

    @GET
    public Response one(@PathParam("hash") String hash, @Context Request request) {
        if (!HASH.matcher(hash).matches()) {
            throw new NotFoundException();
        }
        Avatar avatar = company.read(_ -> avatars.find(hash)).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(hash);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(avatar.bytes(), avatar.contentType()) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
