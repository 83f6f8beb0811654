package com.learnamp.entra.graph;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group. Only a security group that is no Microsoft 365 group can hold other groups. */
public record DirectoryGroup(
        UUID id,
        @Nullable String displayName,
        boolean securityEnabled,
        boolean mailEnabled,
        List<String> groupTypes) {

    public DirectoryGroup {
        Objects.requireNonNull(id, "id");
        groupTypes = List.copyOf(groupTypes);
    }

    /**
     * Microsoft 365 groups ({@code Unified}) hold users alone, so nested members are impossible
     * there.
     */
    public boolean canHoldGroups() {
        return securityEnabled && !groupTypes.contains("Unified");
    }

    /** Membership follows a rule of the directory, not an administrator's hand. */
    public boolean dynamic() {
        return groupTypes.contains("DynamicMembership");
    }
}
