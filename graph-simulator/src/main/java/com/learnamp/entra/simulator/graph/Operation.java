package com.learnamp.entra.simulator.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the simulator answers: method, path, the resource units it costs before the
 * options change them, and the roles one of which the caller needs. Literal paths come before those
 * with a place holder.
 */
enum Operation {
    BATCH("POST", "$batch", 0, Roles.NONE),
    ORGANIZATION("GET", "organization", 1, Roles.ORGANIZATION),
    LIST_USERS("GET", "users", 2, Roles.USERS),
    COUNT_USERS("GET", "users/$count", 2, Roles.USERS),
    USERS_DELTA("GET", "users/delta", 1, Roles.USERS),
    GET_USER("GET", "users/{}", 1, Roles.USERS),
    USER_MANAGER("GET", "users/{}/manager", 1, Roles.USERS),
    USER_REPORTS("GET", "users/{}/directReports", 1, Roles.USERS),
    USER_MEMBER_OF("GET", "users/{}/memberOf", 2, Roles.MEMBERS),
    USER_TRANSITIVE_MEMBER_OF("GET", "users/{}/transitiveMemberOf", 2, Roles.MEMBERS),
    CHECK_MEMBER_GROUPS("POST", "users/{}/checkMemberGroups", 4, Roles.MEMBERS),
    GET_MEMBER_GROUPS("POST", "users/{}/getMemberGroups", 2, Roles.MEMBERS),
    USER_PHOTO("GET", "users/{}/photo", 1, Roles.PHOTOS),
    USER_PHOTO_BYTES("GET", "users/{}/photo/$value", 1, Roles.PHOTOS),
    USER_PHOTOS("GET", "users/{}/photos", 1, Roles.PHOTOS),
    USER_PHOTO_SIZE("GET", "users/{}/photos/{}", 1, Roles.PHOTOS),
    USER_PHOTO_SIZE_BYTES("GET", "users/{}/photos/{}/$value", 1, Roles.PHOTOS),
    LIST_GROUPS("GET", "groups", 1, Roles.MEMBERS),
    GROUPS_DELTA("GET", "groups/delta", 1, Roles.MEMBERS),
    GET_GROUP("GET", "groups/{}", 1, Roles.MEMBERS),
    GROUP_MEMBER_OF("GET", "groups/{}/memberOf", 2, Roles.MEMBERS),
    GROUP_MEMBERS("GET", "groups/{}/members", 3, Roles.MEMBERS),
    GROUP_MEMBERS_COUNT("GET", "groups/{}/members/$count", 3, Roles.MEMBERS),
    GROUP_MEMBERS_CAST("GET", "groups/{}/members/{}", 3, Roles.MEMBERS),
    TRANSITIVE_MEMBERS("GET", "groups/{}/transitiveMembers", 5, Roles.TRANSITIVE_MEMBERS),
    TRANSITIVE_MEMBERS_COUNT(
            "GET", "groups/{}/transitiveMembers/$count", 5, Roles.TRANSITIVE_MEMBERS),
    TRANSITIVE_MEMBERS_CAST("GET", "groups/{}/transitiveMembers/{}", 5, Roles.TRANSITIVE_MEMBERS),
    TRANSITIVE_MEMBERS_CAST_COUNT(
            "GET", "groups/{}/transitiveMembers/{}/$count", 5, Roles.TRANSITIVE_MEMBERS),
    GET_BY_IDS("POST", "directoryObjects/getByIds", 5, Roles.USERS),
    DIRECTORY_OBJECT("GET", "directoryObjects/{}", 1, Roles.USERS),
    DELETED_USERS("GET", "directory/deletedItems/graph.user", 1, Roles.USERS),
    DELETED_GROUPS("GET", "directory/deletedItems/graph.group", 1, Roles.MEMBERS),
    DELETED_ITEM("GET", "directory/deletedItems/{}", 1, Roles.USERS),
    LIST_SUBSCRIPTIONS("GET", "subscriptions", 0, Roles.NONE),
    CREATE_SUBSCRIPTION("POST", "subscriptions", 0, Roles.NONE),
    GET_SUBSCRIPTION("GET", "subscriptions/{}", 0, Roles.NONE),
    RENEW_SUBSCRIPTION("PATCH", "subscriptions/{}", 0, Roles.NONE),
    DELETE_SUBSCRIPTION("DELETE", "subscriptions/{}", 0, Roles.NONE),
    REAUTHORIZE_SUBSCRIPTION("POST", "subscriptions/{}/reauthorize", 0, Roles.NONE);

    /** Names that may be written with a namespace before or parentheses behind. */
    static final Set<String> FUNCTIONS =
            Set.of("delta", "checkMemberGroups", "getMemberGroups", "getByIds");

    private final String method;
    private final String template;
    private final List<String> segments;
    private final int resourceUnits;
    private final Set<String> roles;

    Operation(String method, String template, int resourceUnits, Set<String> roles) {
        this.method = method;
        this.template = template;
        this.segments = List.of(template.split("/"));
        this.resourceUnits = resourceUnits;
        this.roles = roles;
    }

    static Optional<Operation> of(String method, List<String> path) {
        return Arrays.stream(values())
                .filter(operation -> operation.matches(path) && operation.method.equals(method))
                .findFirst();
    }

    /** What requests of this kind are counted as. */
    String kind() {
        return method + " " + template;
    }

    boolean allows(Set<String> granted) {
        return roles.isEmpty() || roles.stream().anyMatch(granted::contains);
    }

    /** Selecting makes it cheaper by one, expanding dearer, small pages cheaper; one at least. */
    int cost(GraphRequest request) {
        if (resourceUnits == 0) {
            return 0;
        }
        int cost = resourceUnits;
        cost -= request.option("select").isPresent() ? 1 : 0;
        cost += request.option("expand").isPresent() ? 1 : 0;
        cost -= request.option("top").filter(top -> top.matches("1?\\d")).isPresent() ? 1 : 0;
        return Math.max(1, this == GET_BY_IDS && cost < resourceUnits ? 2 : cost);
    }

    private boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int position = 0; position < path.size(); position++) {
            String expected = segments.get(position);
            if (!expected.equals("{}") && !expected.equalsIgnoreCase(path.get(position))) {
                return false;
            }
        }
        return true;
    }

    private static final class Roles {
        static final Set<String> NONE = Set.of();
        static final Set<String> USERS =
                Set.of(
                        "User.Read.All",
                        "User.ReadWrite.All",
                        "Directory.Read.All",
                        "Directory.ReadWrite.All");
        static final Set<String> MEMBERS =
                Set.of(
                        "GroupMember.Read.All",
                        "GroupMember.ReadWrite.All",
                        "Group.Read.All",
                        "Group.ReadWrite.All",
                        "Directory.Read.All",
                        "Directory.ReadWrite.All");
        static final Set<String> TRANSITIVE_MEMBERS = with(MEMBERS, "GroupMember.ReadBasic.All");
        static final Set<String> PHOTOS = with(USERS, "ProfilePhoto.Read.All");
        static final Set<String> ORGANIZATION = with(USERS, "Organization.Read.All");

        private static Set<String> with(Set<String> roles, String further) {
            return java.util.stream.Stream.concat(
                            roles.stream(), java.util.stream.Stream.of(further))
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }
    }
}
