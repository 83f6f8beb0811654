package com.learnamp.entra.simulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator. {@link #forTests()} gives free ports, nothing on disk that stays and a
 * small directory; the {@code with…} methods change one thing each.
 *
 * @param host the address to listen on
 * @param httpPort 0 for a free one
 * @param httpsPort 0 for a free one
 * @param dataDirectory where certificates, keys and the directory are kept; null keeps nothing
 * @param names further host names that the certificate is good for
 * @param people how many people the root group has
 * @param consented whether the first tenant's administrator has consented to the app already
 */
public record SimulatorOptions(
        String host,
        int httpPort,
        int httpsPort,
        @Nullable Path dataDirectory,
        List<String> names,
        int people,
        long seed,
        String clientId,
        String clientSecret,
        String tenantId,
        String groupId,
        boolean consented,
        InstantSource clock) {

    public static final int DEFAULT_HTTP_PORT = 8090;
    public static final int DEFAULT_HTTPS_PORT = 8490;
    public static final String DEFAULT_TENANT_ID = "3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61";
    public static final String DEFAULT_CLIENT_ID = "a4d7c0e8-52b1-4f3b-9e6d-18f2c7a90b35";
    public static final String DEFAULT_CLIENT_SECRET = "simulated-Secret~1";
    public static final String DEFAULT_GROUP_ID = "c81f0b6e-9a43-4d27-8f15-e6b3a2d4097c";

    public SimulatorOptions {
        Objects.requireNonNull(host, "host");
        names = List.copyOf(names);
        if (people < 1) {
            throw new IllegalArgumentException("people must be 1 or more, not " + people);
        }
    }

    public static SimulatorOptions forTests() {
        return new SimulatorOptions(
                "127.0.0.1",
                0,
                0,
                null,
                List.of(),
                100,
                1,
                DEFAULT_CLIENT_ID,
                DEFAULT_CLIENT_SECRET,
                DEFAULT_TENANT_ID,
                DEFAULT_GROUP_ID,
                true,
                InstantSource.system());
    }

    public SimulatorOptions withPeople(int count) {
        return with(dataDirectory, count, seed, consented, clock);
    }

    public SimulatorOptions withSeed(long changed) {
        return with(dataDirectory, people, changed, consented, clock);
    }

    public SimulatorOptions withDataDirectory(Path directory) {
        return with(directory, people, seed, consented, clock);
    }

    /** Nobody has consented to the app yet. */
    public SimulatorOptions withoutConsent() {
        return with(dataDirectory, people, seed, false, clock);
    }

    public SimulatorOptions withClock(InstantSource changed) {
        return with(dataDirectory, people, seed, consented, changed);
    }

    private SimulatorOptions with(
            @Nullable Path directory,
            int count,
            long changedSeed,
            boolean granted,
            InstantSource changedClock) {
        return new SimulatorOptions(
                host,
                httpPort,
                httpsPort,
                directory,
                names,
                count,
                changedSeed,
                clientId,
                clientSecret,
                tenantId,
                groupId,
                granted,
                changedClock);
    }
}
