package com.learnamp.entra.console.preview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the preview. */
@MessageBundle("preview")
public interface PreviewWords {

    @Message("Preview")
    String title();

    @Message("There is no preview")
    String none();

    @Message(
            "The first sync with a group stops at a preview. This one is confirmed already, is still being made, or nobody confirmed it in time: then Sync users makes another.")
    String noneText();

    @Message("What the first sync with your group would do")
    String heading();

    @Message("Nobody has been changed, and nobody has been told. Made")
    String made();

    @Message("can be confirmed until")
    String until();

    @Message(
            "The settings have been changed since, so this can’t be confirmed any more. A new preview is being made.")
    String stale();

    @Message("There is another preview by now. Look at it before you confirm.")
    String outdated();

    @Message("Confirm and start the first sync")
    String confirm();

    @Message(
            "Everybody is read from Entra anew, and what Entra says then is done.{#if leavers > 0} Whoever is no longer in the group comes to you for review, and stays active.{/if}")
    String confirmText(long leavers);

    @Message("Filter")
    String filter();

    @Message("All")
    String all();

    @Message(
            "{#switch outcome}{#case 'created'}Created{#case 'linked'}Linked{#case 'updated'}Updated{#case 'reactivated'}Reactivated{#case 'leaves'}No longer in the group{#case 'rejected'}Need attention{#else}Unchanged{/switch}")
    String outcome(String outcome);

    @Message(
            "{#switch reason}{#case 'invited'}and invited{#case 'email_taken'}the email belongs to somebody else in Learn Amp{#case 'no_email'}there is no email in Entra{#case 'malformed_email'}the email in Entra can’t be one{#case 'left_the_group'}comes to you for review{#case 'soft_deleted'}deleted in Entra{#case 'deleted'}deleted in Entra for good{#case 'account_disabled'}the account is disabled{#else}{reason}{/switch}")
    String reason(String reason);

    @Message("Person")
    String person();

    @Message("What would happen")
    String what();

    @Message("Fields")
    String fields();

    @Message(
            "{#switch field}{#case 'firstName'}First name{#case 'lastName'}Last name{#case 'email'}Email{#case 'jobTitle'}Job title{#case 'department'}Department{#case 'primaryTeam'}Primary team{#case 'location'}Location{#case 'language'}Language{#case 'hireDate'}Hire date{#case 'status'}Status{#case 'integrationExternalId'}Object ID{#else}{field}{/switch}")
    String field(String field);

    @Message("Nobody")
    String nobody();

    @Message("From the start")
    String first();

    @Message("Next")
    String next();
}
