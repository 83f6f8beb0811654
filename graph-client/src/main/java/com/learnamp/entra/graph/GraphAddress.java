package com.learnamp.entra.graph;

import java.net.URI;
import java.util.Set;

/**
 * Which addresses may be given a token, or the secret: https anywhere, plain http on this machine
 * alone.
 */
final class GraphAddress {

    /** The names that the SDK's token provider accepts for plain http, and no others. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private GraphAddress() {}

    static URI graph(URI address) {
        URI base = absolute(address, "graphBase", "https://graph.microsoft.com/v1.0");
        if (!"https".equals(base.getScheme()) && !LOOPBACK.contains(base.getHost())) {
            throw new IllegalArgumentException(
                    "graphBase "
                            + base
                            + " is plain http: the access token would travel unencrypted. Use https (http is allowed for"
                            + " localhost, 127.0.0.1 and [::1] only)");
        }
        if (!base.getPath().endsWith("/v1.0")) {
            throw new IllegalArgumentException(
                    "graphBase "
                            + base
                            + " must end in /v1.0, e.g. https://graph.microsoft.com/v1.0");
        }
        return base;
    }

    static URI login(URI address) {
        URI base = absolute(address, "loginBase", "https://login.microsoftonline.com");
        if (!"https".equals(base.getScheme())) {
            throw new IllegalArgumentException(
                    "loginBase "
                            + base
                            + " must use https: the client secret is sent there, on this machine too");
        }
        if (!base.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "loginBase "
                            + base
                            + " must have no path: the tenant's id follows the host, as in"
                            + " https://login.microsoftonline.com");
        }
        return base;
    }

    private static URI absolute(URI address, String name, String example) {
        boolean http = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!http
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getQuery() != null) {
            throw new IllegalArgumentException(
                    name
                            + " is no address of the form "
                            + example
                            + ": "
                            + address.getScheme()
                            + "://"
                            + address.getHost());
        }
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }
}
