package com.learnamp.entra.console.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Light or dark, for this browser. */
@Path("/theme")
@RunOnVirtualThread
class ChooseTheme {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @POST
    public Response choose(@RestForm Optional<String> theme, @RestForm Optional<String> back) {
        return Response.seeOther(LocalPath.orStart(back))
                .cookie(
                        new NewCookie.Builder(Theme.COOKIE)
                                .value(Theme.ofWord(theme.orElse("")).word())
                                .path("/")
                                .maxAge(A_YEAR)
                                .httpOnly(true)
                                .sameSite(NewCookie.SameSite.LAX)
                                .build())
                .build();
    }
}
