package com.learnamp.entra.graph;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * On the wire, behind everything that follows redirects: nothing is written to any other host, so
 * neither the token nor a word of a request can get there, and no other host's words are taken for
 * Graph's.
 */
final class StayOnGraph implements Interceptor {

    private final GraphLinks links;

    StayOnGraph(GraphLinks links) {
        this.links = links;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        if (!links.sameOrigin(url.scheme(), host, url.port())) {
            throw new GraphException(
                    GraphException.Category.MALFORMED,
                    "Microsoft Graph redirects to another host, which is not followed. Check the Graph address.");
        }
        return chain.proceed(chain.request());
    }
}
