package com.learnamp.entra.graph;

import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.User;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the SDK's user, of some 1.3 kB and a hundred fields, to ours. */
final class ReadUser {

    /**
     * What has a place of its own in {@link DirectoryUser}, and what the SDK puts in beside the
     * attributes.
     */
    private static final Set<String> PLACED =
            Set.of(
                    "id",
                    "userPrincipalName",
                    "mail",
                    "displayName",
                    "givenName",
                    "surname",
                    "jobTitle",
                    "department",
                    "officeLocation",
                    "preferredLanguage",
                    "employeeHireDate",
                    "accountEnabled",
                    "userType",
                    "manager",
                    "odataType",
                    "additionalData");

    private ReadUser() {}

    /** From a request that did not ask for the manager. */
    static DirectoryUser withoutManager(User user) {
        return with(user, ManagerReading.NOT_READ);
    }

    /** From a request that expanded the manager: who has none comes without. */
    static DirectoryUser withManager(User user) {
        DirectoryObject manager = user.getManager();
        return with(
                user,
                manager == null
                        ? ManagerReading.NONE
                        : new ManagerReading.Is(ObjectIds.parse(manager.getId())));
    }

    static DirectoryUser with(User user, ManagerReading manager) {
        return new DirectoryUser(
                ObjectIds.parse(user.getId()),
                user.getUserPrincipalName(),
                user.getMail(),
                user.getDisplayName(),
                user.getGivenName(),
                user.getSurname(),
                user.getJobTitle(),
                user.getDepartment(),
                user.getOfficeLocation(),
                user.getPreferredLanguage(),
                instant(user.getEmployeeHireDate()),
                user.getAccountEnabled(),
                user.getUserType(),
                manager,
                additional(user));
    }

    private static Map<String, String> additional(User user) {
        Map<String, String> found = new LinkedHashMap<>();
        AttributeText text = new AttributeText(found);
        user.getBackingStore()
                .enumerate()
                .forEach((name, value) -> {
                    if (!PLACED.contains(name)) {
                        text.put(name, value);
                    }
                });
        user.getAdditionalData()
                .forEach((name, value) -> {
                    if (!name.contains("@")) {
                        text.put(name, value);
                    }
                });
        return found;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
