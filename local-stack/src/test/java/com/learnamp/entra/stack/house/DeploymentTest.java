package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.learnamp.entra.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed says the same as the code: topics, ports, probes, variables. */
class DeploymentTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode COMPOSE = read("docker-compose.yml").getFirst();
    private static final Pattern CREATE =
            Pattern.compile("create (\\S+) --partitions (\\d+)((?: --config \\S+)+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");

    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
    private static final Pattern SETTING = Pattern.compile("(\\w+)\\(\\);");

    @Test
    void composeCreatesTheTopicsOfTheCode() {
        Map<String, String> created = new TreeMap<>();
        Matcher create = CREATE.matcher(COMPOSE.at("/services/topics/command/0").asText());
        while (create.find()) {
            created.put(
                    create.group(1), create.group(2) + create.group(3).replace(" --config ", " "));
        }

        assertThat(created).isEqualTo(topics());
    }

    @Test
    void kubernetesHasTheTopicsOfTheCode() {
        Map<String, String> topics = new TreeMap<>();
        for (JsonNode topic : read("deploy/kubernetes/topics.yaml")) {
            JsonNode config = topic.at("/spec/config");
            topics.put(
                    topic.at("/spec/topicName").asText(),
                    topic.at("/spec/partitions").asText()
                            + config.properties().stream()
                                    .filter(entry -> !entry.getKey().equals("min.insync.replicas"))
                                    .map(entry ->
                                            " " + entry.getKey() + "=" + entry.getValue().asText())
                                    .collect(Collectors.joining()));
        }

        assertThat(topics).isEqualTo(topics());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook-receiver",
                "graph-fetcher",
                "user-mapper",
                "provisioning-writer",
                "photo-sync",
                "admin-console"
            })
    void everyServiceIsDeployedAsItsConfigurationSays(String service) {
        String properties = Repository.read(service + "/src/main/resources/application.properties");
        String port = value(properties, "quarkus.http.port");
        JsonNode container = container(service);
        JsonNode compose = COMPOSE.at("/services/" + service);

        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
        assertThat(compose.at("/ports/0").asText(compose.at("/expose/0").asText())).endsWith(port);
        assertThat(container.at("/startupProbe/httpGet/path").asText())
                .isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText())
                .isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText())
                .isEqualTo("/q/health/ready");
        assertThat(names(container.path("env"))).isEqualTo(composeNames(compose));
        assertThat(variables(service, properties))
                .as("a variable that is deployed is one that the service reads")
                .containsAll(names(container.path("env")));
    }

    @Test
    void whatComposeAsksForIsInTheExample() {
        String example = Repository.read("deploy/compose.env.example");
        Pattern required = Pattern.compile("\\$\\{([A-Z_]+):\\?");

        assertThat(new TreeSet<>(Repository.all(required, Repository.read("docker-compose.yml"))))
                .isNotEmpty()
                .allMatch(name -> example.contains("\n" + name + "="), "is in the example");
    }

    @Test
    void kustomizationNamesEveryFile() {
        List<String> resources = new ArrayList<>();
        read("deploy/kubernetes/kustomization.yaml")
                .getFirst()
                .path("resources")
                .forEach(file -> resources.add(file.asText()));

        String[] files = Repository.ROOT.resolve("deploy/kubernetes").toFile().list();
        assertThat(resources)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(files == null ? new String[0] : files)
                                .filter(file -> file.endsWith(".yaml"))
                                .filter(file -> !file.equals("kustomization.yaml"))
                                .toList());
    }

    private static Map<String, String> topics() {
        return Arrays.stream(Topic.values())
                .collect(
                        Collectors.toMap(
                                Topic::topicName,
                                topic ->
                                        topic.partitions()
                                                + switch (topic.cleanup()) {
                                                    case DELETE ->
                                                            " cleanup.policy=delete retention.ms="
                                                                    + Topic.RETENTION.toMillis();
                                                    case COMPACT ->
                                                            " cleanup.policy=compact max.compaction.lag.ms="
                                                                    + Topic.MAX_COMPACTION_LAG
                                                                            .toMillis();
                                                },
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static JsonNode container(String service) {
        return read("deploy/kubernetes/" + service + ".yaml")
                .getFirst()
                .at("/spec/template/spec/containers/0");
    }

    private static TreeSet<String> names(JsonNode variables) {
        return StreamSupport.stream(variables.spliterator(), false)
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> composeNames(JsonNode service) {
        return service.path("environment").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Named in an expression, or the upper-case form of a key, which overrides it. */
    private static TreeSet<String> variables(String service, String properties) {
        TreeSet<String> variables = new TreeSet<>(Repository.all(VARIABLE, properties));
        properties
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> variable(line.substring(0, line.indexOf('='))))
                .forEach(variables::add);
        Repository.sources(service + "/src/main/java")
                .map(path -> Repository.read(Repository.ROOT.relativize(path).toString()))
                .forEach(source -> variables.addAll(mapped(source)));
        return variables;
    }

    /** The keys of a {@code @ConfigMapping}. */
    private static List<String> mapped(String source) {
        return Repository.all(MAPPING, source).stream()
                .flatMap(prefix ->
                        Repository.all(SETTING, source).stream()
                                .map(name -> variable(prefix + "." + kebab(name))))
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2");
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String value(String properties, String key) {
        Function<String, String> valueOf = line -> line.substring(line.indexOf('=') + 1).strip();
        return properties
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(valueOf)
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> read(String file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(Repository.read(file))) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
