package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.graph.Photos;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and changes people and groups. */
public final class ChangePeople {

    private ChangePeople() {}

    /** A new person: what isn't said is filled in so that the person could sign in. */
    public static String create(
            Tenant tenant,
            Map<String, ? extends @Nullable Object> wanted,
            Iterable<String> groups,
            @Nullable String managerId) {
        String id = UUID.randomUUID().toString();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(wanted);
        String display =
                (properties.getOrDefault("givenName", "New")
                                + " "
                                + properties.getOrDefault("surname", "Person"))
                        .strip();
        properties.putIfAbsent("displayName", display);
        properties.putIfAbsent(
                "userPrincipalName",
                "person." + id.substring(0, 8) + "@" + tenant.settings().domain());
        properties.putIfAbsent("accountEnabled", true);
        properties.putIfAbsent("userType", "Member");
        Directory directory = tenant.directory();
        directory.create(ObjectKind.USER, id, properties);
        groups.forEach(group -> directory.addMember(group, id));
        if (managerId != null) {
            directory.setManager(id, managerId);
        }
        return id;
    }

    static String createGroup(Tenant tenant, JsonNode wanted) {
        String id = wanted.path("id").asText(UUID.randomUUID().toString());
        boolean unified = wanted.path("unified").asBoolean();
        tenant.directory()
                .create(
                        ObjectKind.GROUP,
                        id,
                        Map.of(
                                "displayName",
                                wanted.path("displayName").asText("New group"),
                                "mailNickname",
                                "group" + id.substring(0, 8),
                                "mailEnabled",
                                unified,
                                "securityEnabled",
                                !unified,
                                "groupTypes",
                                unified ? java.util.List.of("Unified") : java.util.List.of()));
        if (wanted.hasNonNull("parent")) {
            tenant.directory().addMember(wanted.path("parent").asText(), id);
        }
        return id;
    }

    static Change setPhoto(
            Tenant tenant, String personId, byte @Nullable [] jpeg, JsonNode wanted) {
        Directory directory = tenant.directory();
        if (jpeg == null) {
            return directory.setPhoto(
                    personId,
                    Photo.painted(
                            wanted.path("seed").asLong(directory.now().sequence()),
                            wanted.path("side").asInt(240)));
        }
        int side = Photos.side(jpeg);
        if (side == 0) {
            throw new IllegalArgumentException("the body is no picture");
        }
        return directory.setPhoto(personId, Photo.uploaded(jpeg, side, directory.now().sequence()));
    }
}
