package com.learnamp.entra.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.learnamp.entra.stack.options.StackProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A company's settings and runs, by the API. */
public final class CompanySync {

    private static final long LOOK_EVERY_MILLISECONDS = 500;
    private static final Duration TROUBLE_BELIEVED_AFTER = Duration.ofSeconds(20);

    private final ConsoleApi console;
    private final String token;
    private final String path;

    /**
     * @param token of operations
     */
    public CompanySync(ConsoleApi console, String token, long company) {
        this.console = console;
        this.token = token;
        this.path = "/api/companies/" + company;
    }

    /**
     * Saves and connects what is not so yet.
     *
     * @return the run that has begun with it; empty if all was so already
     */
    public Optional<JsonNode> connect(String tenant, String group) {
        JsonNode before = console.get(path + "/integration", token);
        if (before.path("status").asText().equals("active")
                && before.path("tenantId").asText().equalsIgnoreCase(tenant)
                && before.path("groupId").asText().equalsIgnoreCase(group)) {
            return Optional.of(before.path("run")).filter(JsonNode::isObject);
        }
        console.put(
                path + "/integration",
                token,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("tenantId", tenant)
                        .put("groupId", group));
        JsonNode after =
                console.post(
                        path + "/integration/connect",
                        token,
                        JsonNodeFactory.instance.objectNode());
        return Optional.of(after.path("run")).filter(JsonNode::isObject);
    }

    /** From now on any number of people may leave at once. */
    public void takeBrakeAway() {
        console.put(
                path + "/guard",
                token,
                JsonNodeFactory.instance
                        .objectNode()
                        .putNull("limitPercent")
                        .putNull("limitPeople"));
    }

    /**
     * Says yes to what the run would do, so that it is done.
     *
     * @return the run that does it
     */
    public JsonNode confirm(JsonNode previewed) {
        return console.post(
                path + "/preview/confirm",
                token,
                JsonNodeFactory.instance.objectNode().put("run", previewed.path("id").asText()));
    }

    /** Presses Sync users; a run that is on its way is joined. */
    public JsonNode press() {
        return console.post(path + "/sync-runs", token, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Turns photos on or off: that is a save, and so a run of its own; else Sync users is pressed.
     */
    public JsonNode syncPhotos(boolean wanted) {
        JsonNode before = console.get(path + "/integration", token);
        if (before.path("syncPhotos").asBoolean() == wanted) {
            return press();
        }
        return console.put(
                        path + "/integration",
                        token,
                        JsonNodeFactory.instance.objectNode().put("syncPhotos", wanted))
                .path("run");
    }

    /** Whoever is new is invited from now on; that is a save, and so a run of its own. */
    public JsonNode inviteAtOnce() {
        return console.put(
                        path + "/integration",
                        token,
                        JsonNodeFactory.instance.objectNode().put("invitations", "immediately"))
                .path("run");
    }

    /**
     * Follows the run to its end, or until it is plain that it has none soon: Graph can't be
     * reached, or somebody must put something right first.
     *
     * @param progress gets a line whenever something has changed
     */
    public JsonNode follow(JsonNode begun, Consumer<String> progress) {
        long start = System.nanoTime();
        String said = "";
        while (true) {
            JsonNode run = look(begun);
            String line = RunFigures.progress(run);
            if (!line.equals(said)) {
                progress.accept(line);
                said = line;
            }
            boolean patient = System.nanoTime() - start < TROUBLE_BELIEVED_AFTER.toNanos();
            if (RunFigures.ended(run) || (!patient && trouble().isPresent())) {
                return run;
            }
            pause();
        }
    }

    /** A field of Learn Amp's own, that can follow Entra then. */
    public void addCustomField(String name) {
        console.post(
                path + "/custom-fields",
                token,
                JsonNodeFactory.instance.objectNode().put("name", name).put("type", "text"));
    }

    /** The run as it is now. */
    public JsonNode look(JsonNode run) {
        return console.get(path + "/sync-runs/" + run.path("id").asText(), token);
    }

    /** What is wrong with the connection to Entra, for people. */
    public Optional<String> trouble() {
        JsonNode connection = console.get(path + "/integration", token).path("connection");
        return connection.isObject() && !connection.path("state").asText().equals("ok")
                ? Optional.of(connection.path("message").asText())
                : Optional.empty();
    }

    /** The newest run that has ended. */
    public Optional<JsonNode> latest() {
        for (JsonNode run : console.get(path + "/sync-runs", token).path("syncRuns")) {
            if (RunFigures.ended(run)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** The newest run of all. */
    public JsonNode newest() {
        return console.get(path + "/sync-runs", token).path("syncRuns").path(0);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }
}
