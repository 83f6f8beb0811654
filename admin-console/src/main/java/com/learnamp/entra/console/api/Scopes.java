package com.learnamp.entra.console.api;

import java.util.Set;

/**
 * What a token may be for. A caller's scopes are its roles, so that {@code @RolesAllowed} names
 * them.
 */
public final class Scopes {

    /** Given when a client that has it asks for no scope; it opens nothing by itself. */
    public static final String PUBLIC = "public";

    public static final String USERS_READ = "users:read";
    public static final String USERS_CREATE = "users:create";
    public static final String USERS_UPDATE = "users:update";
    public static final String USERS_DEACTIVATE = "users:deactivate";
    public static final String USERS_REACTIVATE = "users:reactivate";
    public static final String TEAMS_READ = "teams:read";
    public static final String TEAMS_CREATE = "teams:create";
    public static final String TEAMS_UPDATE = "teams:update";
    public static final String TEAM_USERS_READ = "team_users:read";
    public static final String TEAM_USERS_CREATE = "team_users:create";
    public static final String TEAM_USERS_DELETE = "team_users:delete";

    public static final String INTEGRATION_READ = "integration:read";
    public static final String INTEGRATION_WRITE = "integration:write";
    public static final String SYNC_RUN = "sync:run";

    /** Learn Amp's operations, across companies. */
    public static final String OPS = "ops";

    /** Replays, apart from the rest of operations: they read and write everybody's data anew. */
    public static final String OPS_REPLAY = "ops:replay";

    public static final Set<String> ALL =
            Set.of(
                    PUBLIC,
                    USERS_READ,
                    USERS_CREATE,
                    USERS_UPDATE,
                    USERS_DEACTIVATE,
                    USERS_REACTIVATE,
                    TEAMS_READ,
                    TEAMS_CREATE,
                    TEAMS_UPDATE,
                    TEAM_USERS_READ,
                    TEAM_USERS_CREATE,
                    TEAM_USERS_DELETE,
                    INTEGRATION_READ,
                    INTEGRATION_WRITE,
                    SYNC_RUN,
                    OPS,
                    OPS_REPLAY);

    private Scopes() {}
}
