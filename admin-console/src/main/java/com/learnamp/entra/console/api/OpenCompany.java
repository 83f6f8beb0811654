package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets operations reach what is one company's by the company's own addresses behind its number:
 * {@code /api/companies/7/integration} is {@code /api/integration} for company 7, and {@code
 * /ops/companies/7/runs} its page {@code /runs}.
 */
public class OpenCompany {

    private static final Pattern FORM =
            Pattern.compile("/(api|ops)/companies/([1-9][0-9]{0,17})(/.+)");

    private static final String COMPANY = "console.company";

    @ServerRequestFilter(preMatching = true)
    public void open(ContainerRequestContext request, RoutingContext context) {
        URI uri = request.getUriInfo().getRequestUri();
        Matcher path = FORM.matcher(uri.getRawPath());
        if (path.matches()) {
            context.put(COMPANY, new CompanyId(Long.parseLong(path.group(2))));
            String prefix = path.group(1).equals("api") ? "/api" : "";
            request.setRequestUri(
                    UriBuilder.fromUri(uri).replacePath(prefix + path.group(3)).build());
        }
    }

    /** The company that the address names. */
    public static @Nullable CompanyId named(RoutingContext context) {
        return context.get(COMPANY);
    }
}
