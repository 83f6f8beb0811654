package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.page.Times;
import org.jspecify.annotations.Nullable;

/**
 * The set-up page.
 *
 * @param tenantId as entered or saved
 * @param mayBind whether the visitor may bind a tenant: operations, until admins can prove theirs
 * @param consentUrl null until there is a tenant
 * @param saved what was saved a moment ago
 */
record SetupView(
        boolean connected,
        boolean disconnected,
        boolean ready,
        String tenantId,
        String groupId,
        @Nullable String tenantProblem,
        @Nullable String groupProblem,
        boolean mayBind,
        @Nullable Check check,
        @Nullable String consentUrl,
        boolean invitesImmediately,
        boolean assignManagers,
        boolean syncPhotos,
        boolean deactivatesDisabled,
        @Nullable String groupName,
        @Nullable String saved) {

    /**
     * A look at the directory.
     *
     * @param waiting whether the answer is still to come
     * @param good whether all is well
     * @param aboutGroup whether the group is to blame; else the directory
     */
    record Check(
            boolean waiting,
            boolean good,
            boolean aboutGroup,
            @Nullable String message,
            @Nullable String groupName,
            Times.Moment at) {}
}
