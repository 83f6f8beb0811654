package com.learnamp.entra.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal by Graph, with the code that clients branch on. */
final class GraphProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    GraphProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static GraphProblem notFound(String id) {
        return new GraphProblem(
                404,
                "Request_ResourceNotFound",
                "Resource '"
                        + id
                        + "' does not exist or one of its queried reference-property objects are"
                        + " not present.");
    }

    static GraphProblem unsupported(String message) {
        return new GraphProblem(400, "Request_UnsupportedQuery", message);
    }

    static GraphProblem badRequest(String message) {
        return new GraphProblem(400, "Request_BadRequest", message);
    }

    static GraphProblem unknownProperty(String property, String type) {
        return new GraphProblem(
                400,
                "BadRequest",
                "Parsing OData Select and Expand failed: Could not find a property named '"
                        + property
                        + "' on type 'microsoft.graph."
                        + type
                        + "'.");
    }

    static GraphProblem forbidden() {
        return new GraphProblem(
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.");
    }

    static GraphProblem unauthenticated(String message) {
        return new GraphProblem(401, "InvalidAuthenticationToken", message)
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\","
                                + " authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                                + " client_id=\"00000003-0000-0000-c000-000000000000\"");
    }

    /** The challenge of continuous access evaluation: a token issued from now on is wanted. */
    static GraphProblem revoked(Instant now) {
        String claims =
                "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\""
                        + now.getEpochSecond()
                        + "\"}}}";
        return new GraphProblem(
                        401,
                        "InvalidAuthenticationToken",
                        "Continuous access evaluation resulted in challenge with result:"
                                + " InteractionRequired and code:"
                                + " TokenIssuedBeforeRevocationTimestamp")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"\","
                                + " authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                                + " error=\"insufficient_claims\", claims=\""
                                + Base64.getEncoder()
                                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                                + "\"");
    }

    GraphProblem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
