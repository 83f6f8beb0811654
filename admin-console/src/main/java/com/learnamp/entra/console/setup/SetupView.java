package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.page.Times;
import org.jspecify.annotations.Nullable;

/**
 * The set-up page.
 *
 * @param ready whether there is a tenant and a group to connect to
 * @param step the one to do next, from 1; 5 when all are done
 * @param tenantId as entered or saved; empty without one
 * @param tenantProblem what is wrong with it, as entered or as Microsoft says; null if nothing is
 * @param mayBind whether the visitor may bind a tenant: operations, until admins can prove theirs
 * @param check the last look at what is saved; null without one
 * @param consentUrl null until there is a tenant, or without an application
 * @param saved what was saved a moment ago: directory, preferences; empty without
 */
record SetupView(
        boolean connected,
        boolean disconnected,
        boolean ready,
        int step,
        String tenantId,
        String groupId,
        @Nullable String tenantProblem,
        @Nullable String groupProblem,
        boolean refused,
        boolean mayBind,
        @Nullable Check check,
        @Nullable String consentUrl,
        Preferences preferences,
        Times.@Nullable Moment savedAt,
        @Nullable String savedBy,
        Times.@Nullable Moment next,
        String saved) {

    record Preferences(
            boolean invitesImmediately,
            boolean assignManagers,
            boolean syncPhotos,
            boolean deactivatesDisabled) {}

    /**
     * A look at the directory.
     *
     * @param waiting whether the answer is still to come
     * @param good whether all is well
     * @param about what has to be put right: tenant, group, consent, other; none where nothing has
     */
    record Check(
            boolean waiting,
            boolean good,
            About about,
            String message,
            @Nullable String groupName,
            @Nullable String tenantName,
            Times.Moment at) {}

    /** Beside which step an answer stands. */
    enum About {
        NONE,
        TENANT,
        GROUP,
        CONSENT,
        OTHER
    }
}
