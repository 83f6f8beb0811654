package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links come out of answers and out of storage, and the token goes wherever they lead: so they must
 * lead to the configured Graph.
 */
final class GraphLinks {

    private final URI base;

    GraphLinks(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    /** The link itself, unchanged: it is opaque beyond its address. */
    String checked(String link) {
        try {
            URI address = new URI(link);
            if (sameOrigin(address.getScheme(), address.getHost(), address.getPort())
                    && address.getUserInfo() == null
                    && address.getPath().startsWith(base.getPath() + "/")) {
                return link;
            }
        } catch (URISyntaxException unreadable) {
            // Refused below like any other link that isn't Graph's.
        }
        throw new GraphException(
                Category.MALFORMED,
                "A link to further results does not lead to "
                        + base
                        + " and is not followed. If Graph is reached"
                        + " through a proxy, the proxy must not rewrite links.");
    }

    /**
     * The link to the page after the one behind {@code followed}; a hostile one never gets stored.
     */
    @Nullable String next(@Nullable String followed, @Nullable String link) {
        if (link != null && link.equals(followed)) {
            throw circle();
        }
        return link == null ? null : checked(link);
    }

    /**
     * The same for what is read to its end at once: a circle may be of several pages.
     *
     * @param followed the links so far, to which this one is added
     */
    @Nullable String onward(Set<String> followed, @Nullable String link) {
        if (link != null && !followed.add(link)) {
            throw circle();
        }
        return link == null ? null : checked(link);
    }

    private static GraphException circle() {
        return new GraphException(
                Category.PAGE_LOST,
                "Microsoft Graph leads in a circle; the listing is begun anew by itself.");
    }

    boolean sameOrigin(@Nullable String scheme, @Nullable String host, int port) {
        return base.getScheme().equalsIgnoreCase(scheme)
                && base.getHost().equalsIgnoreCase(host)
                && port(base.getScheme(), base.getPort()) == port(base.getScheme(), port);
    }

    private static int port(String scheme, int port) {
        if (port != -1) {
            return port;
        }
        return "https".equalsIgnoreCase(scheme) ? 443 : 80;
    }
}
