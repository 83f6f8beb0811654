package com.learnamp.entra.console.changes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of changes. */
@MessageBundle("changes")
public interface ChangeWords {

    @Message("Created")
    String created();

    @Message("Updated")
    String updated();

    @Message("Deactivated")
    String deactivated();

    @Message("Reactivated")
    String reactivated();

    @Message("Linked to the individual with the same email")
    String linked();

    @Message("Left the group")
    String leftTheGroup();

    @Message("Deleted in Entra")
    String deleted();

    @Message("The Entra account is disabled")
    String accountDisabled();

    @Message("Photo replaced")
    String photoReplaced();

    @Message("Photo added")
    String photoAdded();

    @Message("Photo taken away")
    String photoTakenAway();

    @Message("Secondary teams ended")
    String secondaryTeams();

    @Message("none")
    String none();

    @Message(
            "{#switch field}{#case 'firstName'}First name{#case 'lastName'}Last name{#case 'email'}Email{#case 'jobTitle'}Job title{#case 'timeZone'}Time zone{#case 'language'}Language{#case 'role'}Role{#case 'integrationExternalId'}Entra object ID{#case 'hireDate'}Hire date{#case 'location'}Location{#case 'department'}Department{#case 'manager'}Override manager{#case 'primaryTeam'}Primary team{#case 'status'}Status{#case 'occupationRole'}Occupation role{#else}{field}{/switch}")
    String field(String field);

    @Message(
            "{#switch status}{#case 'not_invited'}Not invited{#case 'invite_scheduled'}Invite scheduled{#case 'invite_pending'}Invite pending{#case 'confirmed'}Confirmed{#case 'deactivated'}Deactivated{#else}{status}{/switch}")
    String status(String status);

    @Message(
            "{#switch cause}{#case 'notification'}Changed in Entra; Microsoft sent a notice.{#case 'delta'}Found by the check for missed notices.{#case 'full_sync'}Found by a full sync.{#case 'admin'}Found when the person was synced by hand.{#case 'recheck'}Found by a second look.{#case 'replay'}Written once more by a replay.{#case 'invitation'}The invitation was sent.{#case 'api'}Changed by a program through Learn Amp’s API.{/switch}")
    String cause(String cause);

    @Message("{duration} in all.")
    String inAll(String duration);

    @Message("Microsoft’s notice")
    String notice();

    @Message("Read from Entra")
    String read();

    @Message("Mapped")
    String mapped();

    @Message("Written")
    String written();

    @Message("+{duration}")
    String later(String duration);

    @Message("Time")
    String time();

    @Message("Person")
    String person();

    @Message("Change")
    String change();

    @Message("Result")
    String result();

    @Message("Every change to everybody, with its cause, newest first.")
    String pageText();

    @Message("Every change to {name}, with its cause, newest first.")
    String ofPerson(String name);

    @Message("Back to the person")
    String toPerson();

    @Message("Cause")
    String causeLabel();

    @Message("Any cause")
    String anyCause();

    @Message(
            "{#switch cause}{#case 'notification'}Microsoft’s notice{#case 'delta'}The check for missed notices{#case 'full_sync'}A full sync{#case 'admin'}Synced by hand{#case 'recheck'}A second look{#case 'replay'}A replay{#case 'invitation'}An invitation{#case 'api'}Learn Amp’s API{#else}{cause}{/switch}")
    String causeWord(String cause);

    @Message("Show")
    String show();

    @Message("No such change")
    String nothing();

    @Message("Comparisons without a difference are not listed.")
    String nothingText();

    @Message("Newest")
    String newest();

    @Message("Older")
    String older();
}
