package com.learnamp.entra.console;

import static io.restassured.RestAssured.given;

import com.learnamp.entra.simulator.tenants.Tenant;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What somebody does in front of the simulated Entra login. */
public final class SimulatedLogin {

    private SimulatedLogin() {}

    /**
     * Signs in.
     *
     * @param sentThere the console's answer that sends the browser there
     * @return the path by which the browser comes back to the console
     */
    public static String signIn(Response sentThere, Tenant tenant, String person) {
        Map<String, String> form = parameters(URI.create(sentThere.header("Location")));
        form.put("sim_tenant", tenant.id());
        form.put("sim_person", person);
        return send(sentThere, form);
    }

    /**
     * Signs in to another tenant than the console asked for: whoever owns the browser can do that.
     */
    public static String signInElsewhere(Response sentThere, Tenant tenant, String person) {
        URI asked = URI.create(sentThere.header("Location"));
        Map<String, String> form = parameters(asked);
        form.put("sim_tenant", tenant.id());
        form.put("sim_person", person);
        return send(
                asked.getScheme()
                        + "://"
                        + asked.getAuthority()
                        + "/"
                        + tenant.id()
                        + "/oauth2/v2.0/authorize",
                form);
    }

    /** Turns back before he has signed in. */
    public static String cancel(Response sentThere) {
        Map<String, String> form = parameters(URI.create(sentThere.header("Location")));
        form.put("sim_cancel", "1");
        return send(sentThere, form);
    }

    /**
     * Answers the question for consent.
     *
     * @param answer accept or cancel
     */
    public static String consent(Response sentThere, String answer) {
        Map<String, String> form = parameters(URI.create(sentThere.header("Location")));
        form.put("sim_answer", answer);
        return send(sentThere, form);
    }

    public static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        parameters.put(
                                pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    private static String send(Response sentThere, Map<String, String> form) {
        URI there = URI.create(sentThere.header("Location"));
        return send(there.getScheme() + "://" + there.getAuthority() + there.getPath(), form);
    }

    private static String send(String there, Map<String, String> form) {
        Response back =
                given().relaxedHTTPSValidation()
                        .redirects()
                        .follow(false)
                        .formParams(form)
                        .post(there);
        back.then().statusCode(302);
        return Browser.pathOf(back);
    }
}
