package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a cluster every service is safe, spread and scaled as the code needs it. */
class KubernetesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> SERVICES =
            Set.of(
                    "webhook-receiver",
                    "graph-fetcher",
                    "user-mapper",
                    "provisioning-writer",
                    "photo-sync",
                    "admin-console");
    private static final Set<String> EXPOSED = Set.of("webhook-receiver", "admin-console");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEYS)");

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
    void everyServiceHasReplicasLimitsAndItsSecretsByReference(String service) {
        JsonNode deployment = read(service + ".yaml").getFirst();
        JsonNode container = deployment.at("/spec/template/spec/containers/0");

        assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(container.at("/resources/requests").size()).isEqualTo(2);
        assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.path("env"))
                .filteredOn(variable -> SECRET.matcher(variable.path("name").asText()).matches())
                .allMatch(
                        variable ->
                                variable.has("valueFrom")
                                        && variable.at("/valueFrom/secretKeyRef").isObject(),
                        "is in the Secret");
    }

    @Test
    void everyServiceSurvivesTheDrainingOfANode() {
        assertThat(
                        names(
                                read("disruption.yaml"),
                                "/spec/selector/matchLabels/app.kubernetes.io~1name"))
                .isEqualTo(SERVICES);
    }

    @Test
    void onlyTwoAreReachedFromOutside() {
        assertThat(
                        names(
                                read("network.yaml"),
                                "/spec/podSelector/matchLabels/app.kubernetes.io~1name"))
                .isEqualTo(EXPOSED);
        Set<String> backends = new TreeSet<>();
        for (JsonNode document : read("ingress.yaml")) {
            document.at("/spec/rules/0/http/paths")
                    .forEach(path ->
                            backends.add(
                                    path.path("path").asText()
                                            + " "
                                            + path.at("/backend/service/name").asText()));
        }
        assertThat(backends)
                .containsExactlyInAnyOrder(
                        "/graph webhook-receiver",
                        "/ admin-console",
                        "/q nothing",
                        "/q/openapi admin-console");
    }

    @Test
    void whatIsScaledByLagIsWhatTheServicesRead() {
        Map<String, Set<String>> scaled = new TreeMap<>();
        for (JsonNode document : read("autoscaling/lag.yaml")) {
            document.at("/spec/triggers")
                    .forEach(trigger ->
                            scaled.computeIfAbsent(
                                            document.at("/spec/scaleTargetRef/name").asText(),
                                            unseen -> new TreeSet<>())
                                    .add(
                                            trigger.at("/metadata/consumerGroup").asText()
                                                    + " "
                                                    + trigger.at("/metadata/topic").asText()));
        }

        assertThat(scaled.keySet())
                .containsExactlyInAnyOrder(
                        "graph-fetcher", "user-mapper", "provisioning-writer", "photo-sync");
        scaled.forEach((service, groups) -> assertThat(reads(service)).containsAll(groups));
    }

    /** Consumer group and topic of each channel. */
    private static Set<String> reads(String service) {
        String properties = Repository.read(service + "/src/main/resources/application.properties");
        Set<String> reads = new TreeSet<>();
        for (String channel :
                Repository.all(
                        Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.([\\w-]+)\\.topic="),
                        properties)) {
            reads.add(
                    value(properties, channel, "group.id")
                            + " "
                            + value(properties, channel, "topic"));
        }
        return reads;
    }

    private static String value(String properties, String channel, String key) {
        return Repository.all(
                        Pattern.compile(
                                "(?m)^mp\\.messaging\\.incoming\\."
                                        + channel
                                        + "\\."
                                        + key
                                        + "=(.*)$"),
                        properties)
                .getFirst();
    }

    private static Set<String> names(List<JsonNode> documents, String where) {
        Set<String> names = new TreeSet<>();
        documents.stream()
                .map(document -> document.at(where))
                .filter(JsonNode::isTextual)
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<JsonNode> read(String file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class)
                        .readValues(Repository.read("deploy/kubernetes/" + file))) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
