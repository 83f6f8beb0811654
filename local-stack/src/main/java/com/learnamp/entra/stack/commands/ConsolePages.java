package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console's pages, as the browser of somebody who has signed in gets them. */
final class ConsolePages {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final String console;

    ConsolePages(String console) {
        this.console = console;
    }

    void signIn(String email, String password) {
        HttpResponse<String> answer =
                send(
                        request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "email="
                                                        + encode(email)
                                                        + "&password="
                                                        + encode(password)))
                                .build());
        if (answer.statusCode() != 303) {
            throw new StackProblem("The console does not let " + email + " in");
        }
    }

    String get(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw new StackProblem(
                    "The console answers %d to %s".formatted(answer.statusCode(), path));
        }
        return answer.body();
    }

    /** Where the page's first link of this form leads. */
    Optional<String> link(String path, String form) {
        Matcher link = Pattern.compile("href=\"(" + form + ")\"").matcher(get(path));
        return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new StackProblem("The console does not answer at " + console, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }
}
