package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the fault is the sender's: no request gets a 5xx. Sent as bytes, as no client
 * would.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class HostileRequestsIT {

    private static final long SEED = 20261124;

    private static final String[] PATHS = {
        "/v1/users",
        "/v1/users.json",
        "/v1/users/1",
        "/v1/users/by_integration_external_id/E-1",
        "/v1/users/ID",
        "/v1/users/ID/deactivate",
        "/v1/users/ID/reactivate",
        "/v1/avatars/x",
        "/v1/teams",
        "/v1/teams/1",
        "/v1/teams/1/users",
        "/v1/teams/1/users.json",
        "/v1/teams/by_external_id/T-1",
        "/v1/teams/by_external_id/T-1/users",
        "/v1",
        "/v1/",
        "/oauth/token"
    };

    private static final String[] NAMES = {
        "page",
        "perPage",
        "expanded",
        "filters[email]",
        "filters[integration_external_id]",
        "filters[first_name]",
        "filters[last_name]",
        "filters[role]",
        "filters[no_team]",
        "filters[team_ids]",
        "filters[team_ids][]",
        "filters[status]",
        "filters[status][]",
        "filters[created_at][from]",
        "filters[created_at][to]",
        "filters[updated_at][from]",
        "filters[deactivated_at][to]",
        "filters[name]",
        "filters",
        "filters[",
        "filters[][]",
        "",
        "%00",
        "filters%5Bemail%5D",
        "email",
        "firstName",
        "hireDate",
        "primaryTeamId",
        "secondaryTeamIds[]",
        "managerEmail",
        "managerId",
        "customFields[][name]",
        "reactivate",
        "client_id",
        "grant_type",
        "scope"
    };

    private static final String[] VALUES = {
        "",
        "1",
        "0",
        "-1",
        "2147483648",
        "9223372036854775808",
        "1e9",
        "0x10",
        "\u0661",
        "true",
        "null",
        "[",
        "[]",
        "[,]",
        ",,,",
        "[1,2",
        "confirmed",
        "viewer",
        "%25",
        "%5C",
        "%5C%5C%25_",
        "_",
        "!",
        "%00",
        "a%00b",
        "%FF%FE",
        "%ED%A0%80",
        "%C0%AF",
        "%zz",
        "%",
        "%F0%9F%98%80",
        "%C4%B0",
        "%EF%BF%BF",
        "%0D%0AX-Injected:%20yes",
        "'%20OR%201=1--",
        "%22%3B%20DROP%20TABLE%20users",
        "2021-02-30",
        "2021-13-01",
        "0000-00-00",
        "0000-01-01",
        "9999-12-31",
        "-9999-12-31",
        "%2B999999999-12-31",
        "2021-12-31T25:00:00Z",
        "9999-12-31T23:59:59-18:00",
        "2021-12-31T10:00:00%2B01:00",
        "0000-01-01T00:00:00%2B18:00",
        "${7*7}",
        "../../etc/passwd",
        "client_credentials",
        "users:read"
    };

    private static final String[] HEADERS = {
        "Accept: application/json",
        "Accept: */*",
        "Accept: text/html",
        "Accept: ;",
        "Accept: a/b;q=x",
        "Accept: \u00ff",
        "Content-Type: garbage",
        "Content-Type: application/json",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/json; charset=no-such",
        "Accept-Encoding: nothing",
        "Range: bytes=0-1",
        "If-None-Match: \"x\"",
        "If-Modified-Since: yesterday",
        "X-Http-Method-Override: DELETE",
        "Expect: nonsense"
    };

    private static final String[] AUTHORIZATIONS = {
        "",
        "Bearer",
        "Bearer  ",
        "Bearer \u00ff",
        "Basic",
        "Basic !!!",
        "Basic /w==",
        "Basic Og==",
        "Digest x",
        "bearer x",
        "Negotiate"
    };

    private static final String[] METHODS = {
        "GET", "GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"
    };

    private final Random random = new Random(SEED);
    private final StoredCompany company = StoredCompany.create();

    @TestHTTPResource("/")
    URI server;

    private String token = "";
    private long person;

    @BeforeEach
    void somebody() {
        long team = company.team("Sales", Map.of("integration_external_id", "T-1"));
        person =
                company.person(
                        "ann@x.example",
                        Map.of("integration_external_id", "E-1", "primary_team_id", team));
        token = company.token(Scopes.ALL.toArray(String[]::new));
    }

    @Test
    void noRequestMakesTheServerFail() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            String request = request();

            String answer = send(request);

            assertThat(answer)
                    .as(request)
                    .startsWith("HTTP/1.1 ")
                    .doesNotStartWith("HTTP/1.1 5")
                    .doesNotContain("X-Injected", "xception", "org.postgresql");
        }
    }

    private String request() {
        String method = any(METHODS);
        StringBuilder target = new StringBuilder(any(PATHS).replace("ID", Long.toString(person)));
        if (random.nextInt(4) == 0) {
            target.append('/').append(any(VALUES));
        }
        String separator = "?";
        for (int i = random.nextInt(5); i > 0; i--) {
            target.append(separator).append(any(NAMES)).append('=').append(any(VALUES));
            separator = "&";
        }
        String body = method.equals("POST") || method.equals("PUT") ? body() : "";
        String authorization = random.nextInt(10) == 0 ? any(AUTHORIZATIONS) : "Bearer " + token;
        return method
                + " "
                + target.toString().replace(" ", "%20")
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + (random.nextInt(3) == 0 ? any(HEADERS) + "\r\n" : "")
                + (body.isEmpty()
                        ? ""
                        : "Content-Length: "
                                + body.getBytes(StandardCharsets.ISO_8859_1).length
                                + "\r\n")
                + "\r\n"
                + body;
    }

    private String body() {
        return switch (random.nextInt(8)) {
            case 5 -> "{\"" + any(NAMES) + "\": [\"" + any(VALUES) + "\", null, {\"a\": []}]}";
            case 6 ->
                    "email="
                            + any(VALUES)
                            + "&firstName=A&lastName=B&"
                            + any(NAMES)
                            + "="
                            + any(VALUES);
            case 0 -> "{\"grant_type\":[{}],\"client_id\":null}";
            case 1 -> "[".repeat(5_000);
            case 2 -> "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nx";
            case 3 -> any(NAMES) + "=" + any(VALUES) + "&" + any(NAMES) + "=" + any(VALUES);
            case 4 -> "\u0000\u00ff\u00fe";
            default ->
                    "grant_type=client_credentials&client_id=" + any(VALUES) + "&client_secret=x";
        };
    }

    private String any(String[] choice) {
        return choice[random.nextInt(choice.length)];
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
