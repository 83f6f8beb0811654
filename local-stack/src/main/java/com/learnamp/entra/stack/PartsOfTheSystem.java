package com.learnamp.entra.stack;

import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.parts.BrokerHealth;
import com.learnamp.entra.stack.parts.BrokerProcess;
import com.learnamp.entra.stack.parts.DatabasePart;
import com.learnamp.entra.stack.parts.HttpHealth;
import com.learnamp.entra.stack.parts.JavaPart;
import com.learnamp.entra.stack.parts.Part;
import com.learnamp.entra.stack.ports.Port;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts, each with its command, its environment and how it says that it is up. */
final class PartsOfTheSystem {

    private static final int PEOPLE_PER_MEGABYTE = 200;
    private static final String READY = "/q/health/ready";

    private final StackPlan plan;
    private final Secrets secrets;
    private final GraphAccess graph;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PartsOfTheSystem(StackPlan plan, Secrets secrets, GraphAccess graph) {
        this.plan = plan;
        this.secrets = secrets;
        this.graph = graph;
    }

    /** What the services stand on. */
    List<Part> foundations() {
        List<Part> foundations = new ArrayList<>();
        foundations.add(
                new DatabasePart(plan.directory().postgres(), plan.ports().number(Port.POSTGRES)));
        foundations.add(broker());
        if (plan.options().simulated()) {
            foundations.add(simulator());
        }
        return foundations;
    }

    /** Of each service as many as are wanted, the first ones before the second ones. */
    List<Part> services() {
        List<JavaPart> first = first();
        List<Part> services = new ArrayList<>(first);
        for (int number = 2; number <= plan.options().replicas(); number++) {
            for (JavaPart service : first) {
                services.add(replica(service, number));
            }
        }
        return services;
    }

    /** The same again on a port of its own, which only {@code ./dev status} tells. */
    private Part replica(JavaPart service, int number) {
        String name = service.name() + "-" + number;
        int port = plan.ports().further();
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new JavaPart(
                name,
                port,
                service.arguments(),
                environment,
                plan.directory().newLog(name),
                new HttpHealth(client, URI.create("http://localhost:" + port + READY)));
    }

    private List<JavaPart> first() {
        return List.of(
                service(Port.WEBHOOK_RECEIVER, 128, Map.of()),
                service(Port.GRAPH_FETCHER, 384, asRole("graph_fetcher")),
                service(Port.USER_MAPPER, 192, Map.of()),
                service(Port.PROVISIONING_WRITER, 384, asRole("provisioning_writer")),
                service(Port.PHOTO_SYNC, 256, asRole("photo_sync")),
                service(Port.CONSOLE, 320, asRole("admin_console")));
    }

    private Part broker() {
        return new JavaPart(
                "kafka",
                plan.ports().number(Port.KAFKA),
                List.of(
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        plan.directory().kafka().toString(),
                        Integer.toString(plan.ports().number(Port.KAFKA))),
                Map.of(),
                plan.directory().newLog("kafka"),
                new BrokerHealth(plan.bootstrapServers()));
    }

    private Part simulator() {
        int people = plan.options().people();
        return new JavaPart(
                "simulator",
                plan.ports().number(Port.SIMULATOR),
                List.of(
                        "-Xmx" + (256 + people / PEOPLE_PER_MEGABYTE) + "m",
                        "-jar",
                        plan.root()
                                .resolve(
                                        "graph-simulator/target/graph-simulator-1.0.0-SNAPSHOT.jar")
                                .toString()),
                Map.of(
                        "SIMULATOR_HTTP_PORT", number(Port.SIMULATOR),
                        "SIMULATOR_HTTPS_PORT", number(Port.SIMULATOR_HTTPS),
                        "SIMULATOR_DATA_DIR", plan.directory().simulator().toString(),
                        "SIMULATOR_PEOPLE", Integer.toString(people),
                        "SIMULATOR_SEED", Integer.toString(plan.options().seed()),
                        "SIMULATOR_TENANT_ID", graph.tenant(),
                        "SIMULATOR_GROUP_ID", graph.group(),
                        "SIMULATOR_CLIENT_ID", graph.clientId()),
                plan.directory().newLog("simulator"),
                health(Port.SIMULATOR, "/"));
    }

    private JavaPart service(Port port, int megabytes, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(graph.environment());
        environment.putAll(more);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", plan.bootstrapServers());
        environment.put("SUBSCRIPTION_KEYS", secrets.subscriptionKeys());
        environment.put("ERASURE_KEY", secrets.erasureKey());
        environment.put("TENANT_KEYS", secrets.tenantKeys());
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", number(Port.SMTP));
        environment.put("SIGN_IN_URL", plan.ports().address(Port.CONSOLE));
        environment.put("WRITER_GUARD_CONSOLE_URL", plan.ports().address(Port.CONSOLE) + "/");
        environment.put("CONSOLE_BOOTSTRAP_OPS_CLIENT_ID", secrets.opsClientId());
        environment.put("CONSOLE_BOOTSTRAP_OPS_CLIENT_SECRET", secrets.opsClientSecret());
        environment.put("CONSOLE_BOOTSTRAP_STAFF_EMAIL", Secrets.STAFF);
        environment.put("CONSOLE_BOOTSTRAP_STAFF_PASSWORD", secrets.opsClientSecret());
        environment.put("LEARNAMP_URL", plan.ports().address(Port.CONSOLE));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", number(port));
        environment.putAll(plan.settings());
        return new JavaPart(
                port.part(),
                plan.ports().number(port),
                List.of("-Xmx" + megabytes + "m", "-jar", fastJar(port.part()).toString()),
                environment,
                plan.directory().newLog(port.part()),
                health(port, READY));
    }

    private Map<String, String> asRole(String role) {
        return Map.of("STORE_JDBC_URL", plan.jdbcUrl(), "STORE_USER", role, "STORE_PASSWORD", role);
    }

    private Path fastJar(String service) {
        return plan.root().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private HttpHealth health(Port port, String path) {
        return new HttpHealth(client, URI.create(plan.ports().address(port) + path));
    }

    private String number(Port port) {
        return Integer.toString(plan.ports().number(port));
    }
}
