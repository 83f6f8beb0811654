package com.learnamp.entra.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learn Amp's names of time zones, which are those of Rails: "London", "Eastern Time (US &
 * Canada)".
 */
public final class TimeZoneNames {

    private static final Map<String, ZoneId> ZONES = load();

    private TimeZoneNames() {}

    public static Optional<ZoneId> zone(String name) {
        return Optional.ofNullable(ZONES.get(name));
    }

    private static Map<String, ZoneId> load() {
        Properties names = new Properties();
        try (@Nullable InputStream resource =
                TimeZoneNames.class.getResourceAsStream("time-zones.properties")) {
            if (resource == null) {
                throw new IllegalStateException("time-zones.properties is missing");
            }
            names.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stringPropertyNames().stream()
                .collect(
                        Collectors.toMap(name -> name, name -> ZoneId.of(names.getProperty(name))));
    }
}
