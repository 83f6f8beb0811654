package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.Avatar;
import com.learnamp.entra.store.Avatars;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that {@code avatar} names: an address whose content never changes, opened by a token
 * or by the link's own signature.
 */
@Path("/v1/avatars/{hash}")
@Produces(MediaType.WILDCARD)
@PermitAll
@RunOnVirtualThread
class ServeAvatars {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ForTheTokensCompany tokens;
    private final SecurityIdentity caller;
    private final AvatarLinks links;
    private final CompanyScope companies;
    private final Avatars avatars;

    ServeAvatars(
            ForTheTokensCompany tokens,
            SecurityIdentity caller,
            AvatarLinks links,
            CompanyScope companies,
            Avatars avatars) {
        this.tokens = tokens;
        this.caller = caller;
        this.links = links;
        this.companies = companies;
        this.avatars = avatars;
    }

    @GET
    public Response one(
            @PathParam("hash") String hash, @Context UriInfo uri, @Context Request request) {
        CompanyId company = company(hash, uri.getQueryParameters());
        if (!HASH.matcher(hash).matches()) {
            throw new NotFoundException();
        }
        Avatar avatar =
                companies.of(company, _ -> avatars.find(hash)).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(hash);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(avatar.bytes(), avatar.contentType()) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private CompanyId company(String hash, MultivaluedMap<String, String> parameters) {
        if (parameters.containsKey("signature")) {
            return links.opened(hash, link(parameters)).orElseThrow(ServeAvatars::expired);
        }
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!caller.hasRole(Scopes.USERS_READ)) {
            throw new ForbiddenException();
        }
        return tokens.company();
    }

    private static AvatarLinks.Signed link(MultivaluedMap<String, String> parameters) {
        try {
            return new AvatarLinks.Signed(
                    Long.parseLong(given(parameters, "company")),
                    Long.parseLong(given(parameters, "expires")),
                    Long.parseLong(given(parameters, "key")),
                    given(parameters, "signature"));
        } catch (NumberFormatException e) {
            throw expired();
        }
    }

    private static String given(MultivaluedMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "");
    }

    private static WebApplicationException expired() {
        return new WebApplicationException(
                Response.status(Response.Status.FORBIDDEN)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(
                                ErrorAnswer.of(
                                        "This link has expired or is not whole: read the user"
                                                + " again for a new one"))
                        .build());
    }
}
