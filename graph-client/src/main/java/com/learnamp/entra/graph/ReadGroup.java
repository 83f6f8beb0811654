package com.learnamp.entra.graph;

import com.microsoft.graph.models.Group;
import java.util.List;

/** What is read of a group. */
final class ReadGroup {

    static final List<String> ATTRIBUTES =
            List.of("id", "displayName", "securityEnabled", "mailEnabled", "groupTypes");

    private ReadGroup() {}

    static DirectoryGroup from(Group group) {
        List<String> types = group.getGroupTypes();
        return new DirectoryGroup(
                ObjectIds.parse(group.getId()),
                group.getDisplayName(),
                Boolean.TRUE.equals(group.getSecurityEnabled()),
                Boolean.TRUE.equals(group.getMailEnabled()),
                types == null ? List.of() : types);
    }
}
