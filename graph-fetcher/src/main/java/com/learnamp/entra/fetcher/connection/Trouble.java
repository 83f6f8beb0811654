package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.graph.DirectoryGroup;
import com.learnamp.entra.graph.GraphException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a company's people can't be followed.
 *
 * @param category graph-client's name of it, or one of ours about the group
 * @param message for an admin: what is, what it means, what to do
 */
public record Trouble(Kind kind, String category, String message) {

    /** Who can mend it. */
    public enum Kind {
        /** It passes by itself. */
        UNREACHABLE,
        /** Somebody has to do something in Entra or in the settings. */
        STOPPED,
        /** As stopped; a working token does not end it, only the group does. */
        GROUP
    }

    public static final String GROUP_NOT_FOUND = "GROUP_NOT_FOUND";
    public static final String GROUP_UNSUITABLE = "GROUP_UNSUITABLE";
    public static final String GROUP_EMPTY = "GROUP_EMPTY";
    public static final String GROUP_SHRUNK = "GROUP_SHRUNK";

    public Trouble {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(message, "message");
    }

    /** Empty for failures that say nothing about the connection. */
    public static Optional<Trouble> of(GraphException failure) {
        return switch (failure.category()) {
            case UNAVAILABLE, MALFORMED -> Optional.of(of(Kind.UNREACHABLE, failure));
            case SECRET_WRONG,
                    SECRET_EXPIRED,
                    APP_UNKNOWN,
                    TENANT_UNKNOWN,
                    CONSENT_MISSING,
                    TOKEN_REFUSED,
                    FORBIDDEN ->
                    Optional.of(of(Kind.STOPPED, failure));
            case THROTTLED,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    ENDPOINT_REFUSED,
                    PAGE_LOST,
                    RESYNC_REQUIRED,
                    REFUSED ->
                    Optional.empty();
        };
    }

    public static Trouble groupNotFound() {
        return new Trouble(
                Kind.GROUP,
                GROUP_NOT_FOUND,
                "The security group can't be found in the Entra tenant. Provisioning has stopped;"
                        + " everybody stays as they are. Check the group's object ID, or choose"
                        + " another group.");
    }

    public static Trouble groupUnsuitable() {
        return new Trouble(
                Kind.GROUP,
                GROUP_UNSUITABLE,
                "This is not a security group: Microsoft 365 groups and distribution lists can't"
                        + " hold nested groups. Choose a security group.");
    }

    public static Trouble groupEmpty(@Nullable String groupName) {
        return new Trouble(
                Kind.GROUP,
                GROUP_EMPTY,
                named(groupName)
                        + " has no people. Provisioning has stopped, and nobody has been"
                        + " deactivated. Add people to the group in Entra, or choose another group.");
    }

    public static Trouble groupShrunk(@Nullable String groupName, long now, long before) {
        return new Trouble(
                Kind.GROUP,
                GROUP_SHRUNK,
                named(groupName)
                        + " has suddenly far fewer people: "
                        + now
                        + " instead of "
                        + before
                        + ". Provisioning has stopped, and nobody has been deactivated. If this is"
                        + " right, press Sync users.");
    }

    /** What is wrong with a group as Graph describes it; empty: nothing. */
    public static Optional<Trouble> of(Optional<DirectoryGroup> group) {
        if (group.isEmpty()) {
            return Optional.of(groupNotFound());
        }
        return group.get().canHoldGroups() ? Optional.empty() : Optional.of(groupUnsuitable());
    }

    private static Trouble of(Kind kind, GraphException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "Graph failed.");
        return new Trouble(kind, failure.category().name(), message);
    }

    private static String named(@Nullable String groupName) {
        return groupName == null ? "The security group" : groupName;
    }
}
