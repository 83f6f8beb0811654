package com.learnamp.entra.stack.options;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code ./dev run} was told. Needs nothing but the JDK, so that {@link CheckOptions} can
 * refuse a mistake before anything is built.
 */
public final class RunOptions {

    static final Set<String> FLAGS = Set.of("--fresh", "--detach", "--no-brake");
    static final Set<String> WITH_VALUE =
            Set.of(
                    "--people",
                    "--seed",
                    "--replicas",
                    "--graph",
                    "--login",
                    "--login-ca",
                    "--tenant",
                    "--group",
                    "--client-id",
                    "--client-secret",
                    "--client-secret-file",
                    "--webhook-base");
    private static final Set<String> FOR_THE_SIMULATOR = Set.of("--people", "--seed", "--replicas");
    private static final Set<String> SIMULATOR_ONLY = Set.of("--people", "--seed");
    private static final Set<String> NEEDED_WITH_GRAPH =
            Set.of("--tenant", "--group", "--client-id");
    private static final Set<String> GUIDS = Set.of("--tenant", "--group", "--client-id");
    private static final Pattern GUID =
            Pattern.compile("\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String MICROSOFT_LOGIN = "https://login.microsoftonline.com";
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_REPLICAS = 3;

    private final Map<String, String> given;

    private RunOptions(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /**
     * @throws StackProblem that says what is wrong and what would be right
     */
    public static RunOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            String option = arguments.get(index);
            if (FLAGS.contains(option)) {
                given.put(option, "");
            } else if (!WITH_VALUE.contains(option)) {
                throw new StackProblem("Unknown option " + option + ". ./dev help lists them all");
            } else if (++index == arguments.size() || arguments.get(index).startsWith("--")) {
                throw new StackProblem(option + " needs a value");
            } else {
                given.put(option, arguments.get(index).strip());
            }
        }
        RunOptions options = new RunOptions(given);
        options.check();
        return options;
    }

    public boolean fresh() {
        return given.containsKey("--fresh");
    }

    /** Whether any number of people may leave the demo company at once. */
    public boolean noBrake() {
        return given.containsKey("--no-brake");
    }

    /** Whether Microsoft Graph is simulated here. */
    public boolean simulated() {
        return !given.containsKey("--graph");
    }

    public int people() {
        return number("--people", 1_000, 1, MOST_PEOPLE);
    }

    public int seed() {
        return number("--seed", 1, 0, Integer.MAX_VALUE);
    }

    /** Of every service. */
    public int replicas() {
        return number("--replicas", 1, 1, MOST_REPLICAS);
    }

    /** The base address of Graph, its version included. */
    public String graph() {
        return withoutSlash(given.getOrDefault("--graph", ""));
    }

    public String login() {
        return withoutSlash(given.getOrDefault("--login", MICROSOFT_LOGIN));
    }

    public Optional<Path> loginCa() {
        return path("--login-ca");
    }

    public String tenant() {
        return given.getOrDefault("--tenant", "");
    }

    public String group() {
        return given.getOrDefault("--group", "");
    }

    public String clientId() {
        return given.getOrDefault("--client-id", "");
    }

    public Optional<String> clientSecret() {
        return Optional.ofNullable(given.get("--client-secret"));
    }

    public Optional<Path> clientSecretFile() {
        return path("--client-secret-file");
    }

    /** What Graph is told to call; the webhook-receiver's own address when nothing is given. */
    public Optional<String> webhookBase() {
        return Optional.ofNullable(given.get("--webhook-base")).map(RunOptions::withoutSlash);
    }

    private void check() {
        people();
        seed();
        replicas();
        GUIDS.forEach(this::checkGuid);
        checkAddress("--graph", true);
        checkAddress("--login", false);
        checkAddress("--webhook-base", false);
        checkFile("--login-ca");
        checkFile("--client-secret-file");
        if (simulated()) {
            checkNothingOfARealGraph();
        } else {
            checkRealGraph();
        }
    }

    private void checkNothingOfARealGraph() {
        for (String option : WITH_VALUE) {
            if (given.containsKey(option) && !FOR_THE_SIMULATOR.contains(option)) {
                throw new StackProblem(
                        option + " is for a Graph of your own: name it with --graph URL");
            }
        }
    }

    private void checkRealGraph() {
        for (String option : SIMULATOR_ONLY) {
            if (given.containsKey(option)) {
                throw new StackProblem(
                        option + " is for the simulated Graph, and with --graph there is none");
            }
        }
        for (String option : NEEDED_WITH_GRAPH) {
            if (!given.containsKey(option)) {
                throw new StackProblem("--graph needs " + option + " too");
            }
        }
        if (given.containsKey("--client-secret") == given.containsKey("--client-secret-file")) {
            throw new StackProblem(
                    "--graph needs either --client-secret SECRET or --client-secret-file FILE");
        }
    }

    private void checkGuid(String option) {
        String value = given.get(option);
        if (value != null && !GUID.matcher(value).matches()) {
            throw new StackProblem(
                    "%s %s is no GUID, such as 3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61"
                            .formatted(option, value));
        }
    }

    private void checkAddress(String option, boolean versioned) {
        String value = given.get(option);
        if (value == null) {
            return;
        }
        URI address = address(option, value);
        if ("http".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost())) {
            throw new StackProblem(
                    "%s %s: http is allowed on this machine only (localhost, 127.0.0.1); use https"
                            .formatted(option, value));
        }
        if (versioned && !withoutSlash(value).endsWith("/v1.0")) {
            throw new StackProblem(
                    "%s %s must end with /v1.0, such as https://graph.microsoft.com/v1.0"
                            .formatted(option, value));
        }
    }

    private static URI address(String option, String value) {
        try {
            URI address = URI.create(value);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme())
                            || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, like an address of another kind
        }
        throw new StackProblem(option + " " + value + " is no http or https address");
    }

    private void checkFile(String option) {
        path(option)
                .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
                .ifPresent(file -> {
                    throw new StackProblem(option + ": " + file + " can't be read");
                });
    }

    private int number(String option, int otherwise, int least, int most) {
        String value = given.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number out of range
        }
        throw new StackProblem(
                "%s %s is no whole number from %d to %d".formatted(option, value, least, most));
    }

    private Optional<Path> path(String option) {
        return Optional.ofNullable(given.get(option)).map(Path::of).map(Path::toAbsolutePath);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
