package com.learnamp.entra.console.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of individuals, and of one person. */
@MessageBundle("people")
public interface PeopleWords {

    @Message("Everybody in Learn Amp, whether Entra has them or not.")
    String pageText();

    @Message("Name, email or department")
    String search();

    @Message("Find")
    String find();

    @Message("Two characters at least.")
    String tooShort();

    @Message("Filter by status")
    String filter();

    @Message("All")
    String all();

    @Message(
            "{#switch status}{#case 'not_invited'}Not invited{#case 'invite_scheduled'}Invite scheduled{#case 'invite_pending'}Invite pending{#case 'confirmed'}Confirmed{#case 'deactivated'}Deactivated{#else}{status}{/switch}")
    String status(String status);

    @Message(
            "{#switch scope}{#case 'in_scope'}In the group{#case 'out_of_scope'}Not in the group{#case 'rejected'}In the group{#case 'attention'}Needs attention{#else}Only in Learn Amp{/switch}")
    String scope(String scope);

    @Message("Nobody matches")
    String noHit();

    @Message(
            "Is the person in the security group? Whoever joins it is here within minutes, or at once after Sync users.")
    String noHitText();

    @Message("Person")
    String person();

    @Message("Job, department")
    String job();

    @Message("Learn Amp")
    String learnAmp();

    @Message("With Entra")
    String entra();

    @Message("Last change")
    String lastChange();

    @Message("Select {name}")
    String select(String name);

    @Message("Select, to invite")
    String selectColumn();

    @Message("Send invitations…")
    String invite();

    @Message("Select people who are not invited yet, then send their invitations.")
    String inviteHint();

    @Message(
            "{#if total > most}more than {most.grouped} people{#else if total == 1}1 person{#else}{total.grouped} people{/if}")
    String total(long total, long most);

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message(
            "{#if count == 1}1 invitation leaves{#else}{count.grouped} invitations leave{/if} in a moment.")
    String invited(long count);

    @Message(
            "Nobody was invited: only people who have not been invited before can be, and nobody is invited twice.")
    String nobodyInvited();

    @Message("{#if count == 1}Send 1 invitation?{#else}Send {count.grouped} invitations?{/if}")
    String confirmTitle(int count);

    @Message(
            "{#if count == 1}The person gets{#else}Each of them gets{/if} Learn Amp’s invitation email now. Nobody is invited twice.")
    String confirmText(int count);

    @Message("Nobody to invite")
    String nobodySelected();

    @Message(
            "Nobody was selected who can be invited: only active people who have not been invited before.")
    String nobodySelectedText();

    @Message("Cancel")
    String cancel();

    @Message("{#if count == 1}Send 1 invitation{#else}Send {count.grouped} invitations{/if}")
    String send(int count);

    @Message("Back")
    String back();

    @Message("Send invitation…")
    String inviteOne();

    @Message("Sync this person")
    String sync();

    @Message("We are looking at {name} in Entra. What has changed is here in a few seconds.")
    String asked(String name);

    @Message(
            "{#switch station}{#case 'read'}{#switch outcome}{#case 'waiting'}Asking Entra{#case 'trying_again'}Microsoft has not answered; asking again{#else}Read from Entra{/switch}{#case 'photo'}{#switch outcome}{#case 'waiting'}Looking at the photo{#case 'changed'}Photo taken over{#else}Photo looked at: no difference{/switch}{#else}{#switch outcome}{#case 'waiting'}Comparing with Learn Amp{#case 'unchanged'}Compared: no difference{#case 'changed'}Written to Learn Amp{#case 'not_in_the_group'}Not in the group{#case 'kept_back'}Kept back: see what waits below{#else}Needs attention{/switch}{/switch}")
    String step(String station, String outcome);

    @Message("Look again")
    String lookAgain();

    @Message(
            "There is nothing to look at in Entra: only Learn Amp has this person, or your directory is not connected.")
    String notFollowed();

    @Message("{status} in Learn Amp, since")
    String statusSince(String status);

    @Message("The invitation waits to be sent.")
    String invitationWaits();

    @Message("The invitation leaves when the running sync has ended.")
    String invitationHeld();

    @Message(
            "The invitation is kept back: with it more would have left at once than your limit allows. It waits for a decision of yours.")
    String invitationKeptBack();

    @Message("The mail server refused the invitation.")
    String invitationRefused();

    @Message(
            "Nobody knows whether the invitation left: the sender was cut off. It is not sent again by itself.")
    String invitationUnknown();

    @Message("{name} and your security group")
    String why(String name);

    @Message(
            "{#switch scope}{#case 'in_scope'}A member of your security group, directly or through a group inside it.{#case 'out_of_scope'}Not, or no longer, a member of your security group.{#case 'rejected'}A member of your security group, but can’t be as Entra has them: see Needs attention.{#else}Only Learn Amp has this person; Entra changes nothing here.{/switch}")
    String whyText(String scope);

    @Message("Last difference read from Entra")
    String readAt();

    @Message("Entra object ID")
    String objectId();

    @Message("Field by field")
    String fields();

    @Message("Learn Amp field")
    String field();

    @Message("From")
    String from();

    @Message("Learn Amp has")
    String has();

    @Message("Where it comes from")
    String origin();

    @Message(
            "{#switch origin}{#case 'entra'}From Entra{#case 'set_back'}Changed in Learn Amp; the next sync sets it back{#case 'kept'}Changed in Learn Amp; your rule writes this field only when empty{#case 'not_cleared'}Blank in Entra; your rule never clears this field{#case 'undone'}Undone in Learn Amp; the sync asks before it changes it again{#case 'not_followed'}Not followed while deactivated{#else}Learn Amp’s own{/switch}")
    String originOf(String origin);

    @Message(
            "{#switch column}{#case 'first_name'}First name{#case 'last_name'}Last name{#case 'email'}Email{#case 'job_title'}Job title{#case 'department'}Department{#case 'primary_team_id'}Primary team{#case 'location'}Location{#case 'language'}Language{#case 'manager_id'}Override manager{#case 'hire_date'}Hire date{/switch}")
    String column(String column);

    @Message("Learn Amp’s own, never changed from here: time zone ({zone}), role ({role}).")
    String never(String zone, String role);

    @Message("Every change")
    String changes();

    @Message("Comparisons without a difference are not listed")
    String changesText();

    @Message("No changes yet.")
    String noChanges();

    @Message("All changes")
    String allChanges();

    @Message("The newest {shown}")
    String newest(int shown);
}
