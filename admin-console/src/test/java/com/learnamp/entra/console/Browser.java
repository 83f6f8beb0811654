package com.learnamp.entra.console;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without JavaScript: keeps its cookies, sends forms, and shows each redirect instead of
 * following it.
 */
public final class Browser {

    private final Map<String, String> cookies = new HashMap<>();

    /** One in which the Owner of the company has signed in with his password. */
    public static Browser signedIn(NewCompany company) {
        Browser browser = new Browser();
        browser.signIn(company.email(), NewCompany.PASSWORD).then().statusCode(303);
        return browser;
    }

    /** One in which somebody of Learn Amp's operations has signed in. */
    public static Browser ofOperations() {
        Browser browser = new Browser();
        browser.signIn("operations@learnamp.example", NewCompany.PASSWORD).then().statusCode(303);
        return browser;
    }

    public Response signIn(String email, String password) {
        return send("/sign-in", Map.of("email", email, "password", password));
    }

    public Response get(String path) {
        return kept(request().get(path));
    }

    /** The page there, which has to be one. */
    public Document page(String path) {
        Response response = get(path);
        response.then().statusCode(200).contentType(ContentType.HTML);
        return Jsoup.parse(response.asString(), address().toString());
    }

    /** Follows the redirects of the console. */
    public Document follow(Response response) {
        Response last = response;
        while (last.statusCode() / 100 == 3) {
            last = get(pathOf(last));
        }
        return Jsoup.parse(last.asString(), address().toString());
    }

    /** As it is, without the token of the session. */
    public Response send(String path, Map<String, ?> form) {
        return kept(request().contentType(ContentType.URLENC).formParams(form).post(path));
    }

    /** With the token that the page has in its forms. */
    public Response post(String page, String path, Map<String, ?> form) {
        Map<String, Object> whole = new HashMap<>(form);
        whole.put("csrf", csrf(page));
        return send(path, whole);
    }

    public String csrf(String page) {
        return page(page).select("input[name=csrf]").attr("value");
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Where a redirect leads, within the console. */
    public static String pathOf(Response redirect) {
        URI location = URI.create(redirect.header("Location"));
        String query = location.getRawQuery();
        return location.getRawPath() + (query == null ? "" : "?" + query);
    }

    private RequestSpecification request() {
        return given().config(
                        RestAssured.config()
                                .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .urlEncodingEnabled(false)
                .cookies(cookies);
    }

    private Response kept(Response response) {
        response.detailedCookies()
                .forEach(cookie -> {
                    if (cookie.getMaxAge() == 0) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie.getValue());
                    }
                });
        return response;
    }

    private static URI address() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }
}
