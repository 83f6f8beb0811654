package com.learnamp.entra.graph;

import com.google.gson.JsonSyntaxException;
import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.kiota.ApiException;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Sorts what the SDK throws when there is no answer, or one that it can't read. */
final class ThrownFailures {

    private ThrownFailures() {}

    static GraphException sort(RuntimeException thrown) {
        Optional<GraphException> sorted = Causes.find(thrown, GraphException.class);
        if (sorted.isPresent()) {
            return sorted.get();
        }
        Optional<ApiException> refused = Causes.find(thrown, ApiException.class);
        if (refused.isPresent()) {
            int status = refused.get().getResponseStatusCode();
            return GraphFailures.sort(
                    FailedAnswer.read(
                            RequestTag.of(RequestKind.ORGANIZATION), status, (String) null, null));
        }
        boolean broken = Causes.find(thrown, JsonSyntaxException.class).isPresent();
        if (!broken && Causes.find(thrown, IOException.class).isPresent()) {
            return new GraphException(
                    Category.UNAVAILABLE, unreachable(thrown), null, null, thrown);
        }
        return new GraphException(
                Category.MALFORMED,
                "Microsoft Graph's answer can't be understood. Check the Graph address and any proxy on the way.",
                null,
                null,
                thrown);
    }

    private static String unreachable(RuntimeException thrown) {
        if (Causes.find(thrown, SSLException.class).isPresent()) {
            return "The certificate of Microsoft Graph is not trusted. If the Graph address is right, name the PEM"
                    + " file of its certificate authority (GRAPH_LOGIN_CA).";
        }
        return "Microsoft Graph can't be reached. Check the Graph address, DNS and firewall; the request is repeated"
                + " later by itself.";
    }
}
