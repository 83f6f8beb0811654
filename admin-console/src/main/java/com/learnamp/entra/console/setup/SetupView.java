package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.page.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The set-up page.
 *
 * @param ready whether there is a tenant and a group to connect to
 * @param step the one to do next, from 1; 5 when all are done
 * @param tenantId as entered or saved; empty without one
 * @param tenantProblem what is wrong with it, as entered or as Microsoft says; null if nothing is
 * @param mayBind whether what the visitor enters binds the tenant: operations'
 * @param check the last look at what is saved; null without one
 * @param consentUrl null until there is a tenant, or without an application
 * @param saved what was saved a moment ago: directory, claim, preferences; empty without
 * @param notice what came of going to Microsoft, or of answering another company
 * @param claim the tenant that is wanted and not bound; null without one
 * @param binding on what grounds the tenant is bound; null while none is
 * @param requests of other companies, for the Owner to answer
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
        String saved,
        @Nullable Notice notice,
        @Nullable Claim claim,
        @Nullable Binding binding,
        List<Request> requests) {

    record Notice(boolean good, String text) {}

    /**
     * @param canProve whether there is an application to sign in to
     */
    record Claim(boolean entered, boolean asked, boolean canProve, String by, Times.Moment at) {}

    record Binding(String text, Times.Moment at) {}

    /** Another company asks to share the tenant. */
    record Request(String company, String name, String by, Times.Moment at, boolean mayAnswer) {}

    record Preferences(
            String invitations,
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
