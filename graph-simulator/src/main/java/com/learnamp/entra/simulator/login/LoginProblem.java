package com.learnamp.entra.simulator.login;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A refusal of the login, in the words that Entra uses. */
final class LoginProblem extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final int status;
    private final String error;
    private final int code;

    LoginProblem(int status, String error, int code, String message) {
        super("AADSTS" + code + ": " + message);
        this.status = status;
        this.error = error;
        this.code = code;
    }

    static LoginProblem unknownTenant(String tenant) {
        return new LoginProblem(
                400,
                "invalid_request",
                90002,
                "Tenant '"
                        + tenant
                        + "' not found. Check to make sure you have the correct tenant ID and are"
                        + " signing into the correct cloud. Check with your subscription"
                        + " administrator, this may happen if there are no active subscriptions"
                        + " for the tenant.");
    }

    static LoginProblem unknownApp(String clientId, String tenant) {
        return new LoginProblem(
                400,
                "unauthorized_client",
                700016,
                "Application with identifier '"
                        + clientId
                        + "' was not found in the directory '"
                        + tenant
                        + "'. This can happen if the application has not been installed by the"
                        + " administrator of the tenant or consented to by any user in the"
                        + " tenant. You may have sent your authentication request to the wrong"
                        + " tenant.");
    }

    static LoginProblem invalidSecret(String clientId) {
        return new LoginProblem(
                401,
                "invalid_client",
                7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is"
                        + " the client secret value, not the client secret ID, for a secret added"
                        + " to app '"
                        + clientId
                        + "'.");
    }

    static LoginProblem expiredSecret(String clientId) {
        return new LoginProblem(
                401,
                "invalid_client",
                7000222,
                "The provided client secret keys for app '"
                        + clientId
                        + "' are expired. Visit the Azure portal to create new keys for your app.");
    }

    static LoginProblem missingSecret() {
        return new LoginProblem(
                401,
                "invalid_client",
                7000216,
                "'client_assertion', 'client_secret' or 'request' is required for the"
                        + " 'client_credentials' grant type.");
    }

    static LoginProblem scopeWithoutDefault(String scope) {
        return new LoginProblem(
                400,
                "invalid_scope",
                1002012,
                "The provided value for scope "
                        + scope
                        + " is not valid. Client credential flows must have a scope value with"
                        + " /.default suffixed to the resource identifier (application ID URI).");
    }

    static LoginProblem missing(String parameter) {
        return new LoginProblem(
                400,
                "invalid_request",
                900144,
                "The request body must contain the following parameter: '" + parameter + "'.");
    }

    static LoginProblem unsupportedGrant(String grant) {
        return new LoginProblem(
                400,
                "unsupported_grant_type",
                70003,
                "The app requested an unsupported grant type '" + grant + "'.");
    }

    static LoginProblem invalidGrant(int code, String message) {
        return new LoginProblem(400, "invalid_grant", code, message);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    Map<String, Object> body(Instant now) {
        UUID trace = UUID.randomUUID();
        UUID correlation = UUID.randomUUID();
        String timestamp = SECONDS.format(now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put(
                "error_description",
                getMessage()
                        + " Trace ID: "
                        + trace
                        + " Correlation ID: "
                        + correlation
                        + " Timestamp: "
                        + timestamp);
        body.put("error_codes", List.of(code));
        body.put("timestamp", timestamp);
        body.put("trace_id", trace.toString());
        body.put("correlation_id", correlation.toString());
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
        return body;
    }
}
