package com.learnamp.entra.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.notifications.Subscription;
import com.learnamp.entra.simulator.notifications.Subscriptions;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One tenant on disk: what it was made from, and every change since, line by line. A directory is
 * made again from both, so that a process which is killed loses at most the line that it was
 * writing.
 */
public final class SavedTenant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path settingsFile;
    private final Path changesFile;
    private final Path subscriptionsFile;

    public SavedTenant(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.settingsFile = directory.resolve("tenant.json");
        this.changesFile = directory.resolve("changes.jsonl");
        this.subscriptionsFile = directory.resolve("subscriptions.json");
    }

    /** What the tenant was made from; empty if it is new, or of another generator. */
    public Optional<TenantSettings> settings(int generatorVersion) {
        return read(settingsFile)
                .filter(json -> json.path("generatorVersion").asInt() == generatorVersion)
                .map(json ->
                        new TenantSettings(
                                json.path("id").asText(),
                                json.path("people").asInt(),
                                json.path("seed").asLong(),
                                json.path("groupId").asText(),
                                json.path("domain").asText()));
    }

    /** Begins with nothing but the settings. */
    public void begin(TenantSettings settings, int generatorVersion) {
        try {
            Files.deleteIfExists(changesFile);
            Files.deleteIfExists(subscriptionsFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ObjectNode json = JSON.valueToTree(settings);
        json.put("generatorVersion", generatorVersion);
        write(settingsFile, json);
    }

    /** Lets everything that happened before happen again. */
    public void replay(Directory directory) {
        if (!Files.exists(changesFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(changesFile);
            for (int number = 0; number < lines.size(); number++) {
                if (!isTorn(lines, number)) {
                    directory.replay(ChangeLines.read(lines.get(number)));
                }
            }
            cutTornLine(lines);
        } catch (IOException failure) {
            throw new UncheckedIOException("unreadable: " + changesFile, failure);
        }
    }

    public void restore(Tenant tenant, Subscriptions subscriptions) {
        read(settingsFile)
                .ifPresent(json -> {
                    json.path("consent")
                            .properties()
                            .forEach(app ->
                                    tenant.consent().grant(app.getKey(), texts(app.getValue())));
                    tenant.administrators().addAll(texts(json.path("administrators")));
                });
        read(subscriptionsFile)
                .ifPresent(json -> {
                    List<Subscription> all = new ArrayList<>();
                    json.forEach(each -> all.add(SavedSubscriptions.read(each)));
                    subscriptions.load(all);
                });
    }

    /** Keeps whatever happens from now on. */
    public void follow(Tenant tenant, Subscriptions subscriptions) {
        keepSettings(tenant);
        BufferedWriter lines = appending();
        tenant.directory().onChange(change -> append(lines, change));
        tenant.onSettingsChange(() -> keepSettings(tenant));
        subscriptions.onChange(
                () -> write(subscriptionsFile, SavedSubscriptions.write(subscriptions.all())));
    }

    private void keepSettings(Tenant tenant) {
        read(settingsFile)
                .ifPresent(json -> {
                    ObjectNode changed = json.deepCopy();
                    changed.set("consent", JSON.valueToTree(tenant.consent().all()));
                    changed.set("administrators", JSON.valueToTree(tenant.administrators()));
                    write(settingsFile, changed);
                });
    }

    private BufferedWriter appending() {
        try {
            return Files.newBufferedWriter(
                    changesFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void append(BufferedWriter lines, Change change) {
        try {
            lines.write(ChangeLines.write(change));
            lines.write('\n');
            lines.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether this is the last line, and was not written to its end. */
    private static boolean isTorn(List<String> lines, int number) {
        return number == lines.size() - 1 && !lines.get(number).endsWith("}");
    }

    private void cutTornLine(List<String> lines) throws IOException {
        if (!lines.isEmpty() && isTorn(lines, lines.size() - 1)) {
            Files.write(changesFile, lines.subList(0, lines.size() - 1));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readTree(file.toFile()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, JsonNode json) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, json.toPrettyString());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
