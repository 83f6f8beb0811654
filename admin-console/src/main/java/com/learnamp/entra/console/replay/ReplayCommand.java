package com.learnamp.entra.console.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the console for a replay and follows it to its end: {@code ./dev replay}, and the container
 * of a Kubernetes Job. It needs {@code CONSOLE_URL}, {@code OPS_CLIENT_ID} and {@code
 * OPS_CLIENT_SECRET} or {@code OPS_CLIENT_SECRET_FILE} of a client with the scope {@code
 * ops:replay}.
 */
public final class ReplayCommand {

    static final String USAGE =
            """
            --company ID | --all-companies    whose messages
            --person OBJECT-ID                one person of the company alone
            --into mapper|writer              what was read in Entra, mapped anew (all that is kept); or what was asked for in
                                              the last seven days, applied anew
            --from-time TIME                  only whom a message since then is about, such as 2026-11-30T17:00:00Z
            --from-topic NAME --from-offset N only whom a message of that topic from there on is about
            --trial                           says what would change, and changes nothing
            --reason TEXT                     why, for the audit
            --watch ID, --pause ID, --resume ID, --stop ID
                                              one that was asked for before\
            """;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> FIELDS =
            Map.of(
                    "--person", "person",
                    "--into", "into",
                    "--from-time", "fromTime",
                    "--from-topic", "fromTopic",
                    "--reason", "reason");
    private static final Map<String, String> NUMBERS =
            Map.of("--company", "company", "--from-offset", "fromOffset");
    private static final Map<String, String> FLAGS =
            Map.of("--all-companies", "allCompanies", "--trial", "trial");
    private static final Set<String> DECISIONS = Set.of("--pause", "--resume", "--stop");

    /** A mistake of whoever called, told in words. */
    private static final class Mistake extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> environment;
    private final PrintStream out;

    private ReplayCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.exit(new ReplayCommand(System.getenv(), System.out).run(List.of(arguments)));
        } catch (Mistake mistake) {
            System.err.println(mistake.getMessage());
            System.exit(2);
        }
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() == 2 && DECISIONS.contains(arguments.getFirst())) {
            JsonNode decided =
                    send(
                            "/api/replays/%s/%s"
                                    .formatted(
                                            arguments.getLast(), arguments.getFirst().substring(2)),
                            "");
            out.println(describe(decided));
            return 0;
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--watch")) {
            return follow(arguments.getLast());
        }
        JsonNode asked = send("/api/replays", wish(arguments).toString());
        out.println("Replay " + asked.path("id").asText());
        return follow(asked.path("id").asText());
    }

    private static ObjectNode wish(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Mistake(USAGE);
        }
        ObjectNode wish = JSON.createObjectNode();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (FLAGS.containsKey(option)) {
                wish.put(FLAGS.get(option), true);
            } else if (!FIELDS.containsKey(option) && !NUMBERS.containsKey(option)) {
                throw new Mistake("Unknown option " + option + "\n" + USAGE);
            } else if (!rest.hasNext()) {
                throw new Mistake(option + " needs a value\n" + USAGE);
            } else if (FIELDS.containsKey(option)) {
                wish.put(FIELDS.get(option), rest.next());
            } else {
                wish.put(NUMBERS.get(option), number(option, rest.next()));
            }
        }
        return wish;
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Mistake(option + " takes a whole number, not " + text);
        }
    }

    private int follow(String id) throws IOException, InterruptedException {
        String last = "";
        while (true) {
            JsonNode replay = send("/api/replays/" + id, null);
            String now = describe(replay);
            if (!now.equals(last)) {
                out.println(now);
                last = now;
            }
            String state = replay.path("state").asText();
            if (!state.equals("running")) {
                return state.equals("finished") ? 0 : 1;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static String describe(JsonNode replay) {
        return "%s: %d messages read, %d people said once more%s%s%s"
                .formatted(
                        replay.path("state").asText(),
                        replay.path("read").asLong(),
                        replay.path("published").asLong(),
                        replay.path("trial").asBoolean() ? "; would be " : "; ",
                        replay.path("people"),
                        replay.path("failure").isTextual()
                                ? "; " + replay.path("failure").asText()
                                : "");
    }

    private JsonNode send(String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(needed("CONSOLE_URL") + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json");
        return answer(
                body == null
                        ? request.GET()
                        : request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token() throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&scope=ops:replay&client_id="
                        + encoded(needed("OPS_CLIENT_ID"))
                        + "&client_secret="
                        + encoded(secret());
        return answer(
                        HttpRequest.newBuilder(URI.create(needed("CONSOLE_URL") + "/oauth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private String secret() throws IOException {
        String file = environment.getOrDefault("OPS_CLIENT_SECRET_FILE", "");
        return file.isEmpty()
                ? needed("OPS_CLIENT_SECRET")
                : Files.readString(Path.of(file)).strip();
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new Mistake(
                    "The console answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private String needed(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new Mistake(name + " is not set");
        }
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
