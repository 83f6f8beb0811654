package com.learnamp.entra.console.signin;

import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.SessionCookie;
import com.learnamp.entra.console.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Ends the session, here and in the store. */
@Path("/sign-out")
@Page
@RunOnVirtualThread
class SignOut {

    private final Sessions sessions;
    private final SessionCookie cookie;

    SignOut(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @POST
    public Response signOut(RoutingContext request) {
        SessionCookie.token(request).ifPresent(sessions::close);
        return Response.seeOther(URI.create("/sign-in?notice=signed-out"))
                .cookie(cookie.none())
                .build();
    }
}
