package com.learnamp.entra.backing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Kafka itself, in this process: one node that is broker and controller. */
public final class EmbeddedBroker implements Broker {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** A broker whose data are gone when the process ends. */
    public static EmbeddedBroker start() {
        return start(TemporaryDirectory.create("kafka"), FreePort.find());
    }

    /**
     * @param directory what is in it is used again
     * @param port on which clients connect
     */
    public static EmbeddedBroker start(Path directory, int port) {
        format(directory);
        KafkaRaftServer server =
                new KafkaRaftServer(
                        new KafkaConfig(configuration(directory, port, FreePort.find()), false),
                        Time.SYSTEM);
        server.startup();
        EmbeddedBroker broker = new EmbeddedBroker(server, port);
        CreateTopics.on(broker.bootstrapServers());
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silence =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's directory " + directory + " can't be made", e);
        }
    }

    private static Map<String, String> configuration(Path directory, int port, int controllerPort) {
        Map<String, String> configuration = new HashMap<>(FOR_ONE_NODE);
        configuration.put("log.dirs", directory.toString());
        configuration.put(
                "listeners",
                "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        configuration.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        configuration.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        return configuration;
    }

    private static final Map<String, String> FOR_ONE_NODE =
            Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", Integer.toString(NODE)),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry("inter.broker.listener.name", "CLIENTS"),
                    Map.entry(
                            "listener.security.protocol.map",
                            "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("auto.create.topics.enable", "false"),
                    // After kill -9 the broker waits until its former self counts as dead.
                    Map.entry("broker.session.timeout.ms", "1500"),
                    Map.entry("broker.heartbeat.interval.ms", "300"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "4"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    // Sized for a laptop: the defaults reserve hundreds of megabytes.
                    Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("background.threads", "2"));
}
