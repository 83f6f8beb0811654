package com.learnamp.entra.console.guard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what waits for an admin's decision. */
@MessageBundle("review")
public interface ReviewWords {

    @Message("Reviews")
    String reviews();

    @Message("What waits for a decision of yours, and what has been decided.")
    String pageText();

    @Message("Nothing has had to wait yet")
    String nothing();

    @Message("When more would be done at once than your limits allow, it waits here.")
    String nothingText();

    @Message(
            "{#if count == 1}1 {#switch kind}{#case 'creation'}new person is{#case 'invitation'}invitation is{#case 'clearing'}person whose details would be cleared is{#else}deactivation is{/switch} waiting for your review{#else}{count.grouped} {#switch kind}{#case 'creation'}new people are{#case 'invitation'}invitations are{#case 'clearing'}people whose details would be cleared are{#else}deactivations are{/switch} waiting for your review{/if}")
    String title(String kind, long count);

    @Message(
            "{#switch kind}{#case 'creation'}New people{#case 'invitation'}Invitations{#case 'clearing'}Cleared details{#else}Deactivations{/switch}: nobody is waiting any more")
    String done(String kind);

    @Message(
            "Since your Entra group was changed these people are no longer in it. A changed group deactivates nobody by itself, so they wait here and stay active.")
    String changedScope();

    @Message(
            "{#switch kind}{#case 'creation'}They came to your Entra group, and nobody of them is in Learn Amp.{#case 'invitation'}They are in Learn Amp, and nobody of them has been invited.{#case 'clearing'}Their details have become empty in Entra, and stay as they are in Learn Amp.{#else}They are no longer in your Entra group, and stay active.{/switch} With them it would have been more than your limit of {most.grouped} {#if most == 1}person{#else}people{/if} in {hours} hours.")
    String overLimit(String kind, long most, long hours);

    @Message("Nobody has decided in time. Nothing was done, and nothing is done until you decide.")
    String expired();

    @Message("since")
    String since();

    @Message("Waits for you until")
    String until();

    @Message("Review {#if count == 1}1 person{#else}{count.grouped} people{/if}")
    String look(long count);

    @Message("people could no longer sign in")
    String signIns();

    @Message("team places would end")
    String teamPlaces();

    @Message("people would move to the Owner as their manager")
    String managed();

    @Message("hold a role above viewer")
    String aboveViewer();

    @Message(
            "<b class=\"strong\">A mistake?</b> Put the people back into the group in Entra. They leave this list by themselves, and nothing is lost.")
    String mistake();

    @Message(
            "<b class=\"strong\">Can’t be undone later.</b> On deactivation Learn Amp deletes a person’s tasks, event enrolments, objectives and purchase requests.")
    String forGood();

    @Message(
            "<b class=\"strong\">Looked up once more.</b> Whoever you approve is looked up in Entra first, and only what that says is done.")
    String lookedUp();

    @Message("Waiting")
    String waiting();

    @Message("Kept as they are")
    String rejected();

    @Message("Filter")
    String filter();

    @Message("Select")
    String selectColumn();

    @Message("Select {name}")
    String select(String name);

    @Message("Person")
    String person();

    @Message("Why")
    String why();

    @Message("Manages")
    String manages();

    @Message("Teams")
    String teams();

    @Message("Role")
    String role();

    @Message("Since")
    String sinceColumn();

    @Message(
            "{#switch reason}{#case 'left_the_group'}No longer in the group{#case 'soft_deleted'}Deleted in Entra{#case 'deleted'}Deleted in Entra for good{#case 'account_disabled'}The account is disabled{#case 'new'}New in the group{#case 'cleared'}Values are empty in Entra{#case 'not_invited'}Not invited yet{#else}{reason}{/switch}")
    String reason(String reason);

    @Message("Kept by {name}")
    String keptBy(String name);

    @Message(
            "{#switch kind}{#case 'creation'}Create selected{#case 'invitation'}Invite selected{#case 'clearing'}Clear selected{#else}Deactivate selected{/switch}")
    String approveSome(String kind);

    @Message("Keep selected as they are")
    String rejectSome();

    @Message(
            "{#switch kind}{#case 'creation'}Create all {count.grouped}{#case 'invitation'}Invite all {count.grouped}{#case 'clearing'}Clear all {count.grouped}{#else}Deactivate all {count.grouped}{/switch}")
    String approveAll(String kind, long count);

    @Message("Keep all {count.grouped} as they are")
    String rejectAll(long count);

    @Message(
            "{#switch kind}{#case 'creation'}Create{#case 'invitation'}Invite{#case 'clearing'}Clear the details of{#else}Deactivate{/switch} {#if count == 1}1 person{#else}{count.grouped} people{/if}?")
    String approveTitle(String kind, long count);

    @Message(
            "Each is looked up in Entra first; whoever has returned is left out.{#if hours > 0} They stay active for your grace period of {hours} hours from now; whoever returns before its end loses nothing.{/if} After that they can’t sign in, leave their teams, and Learn Amp deletes their tasks, event enrolments, objectives and purchase requests. This can’t be undone.")
    String approveText(long hours);

    @Message(
            "{#if kind == 'invitation'}Each gets one e-mail; whoever has been deactivated or invited meanwhile is left out.{#else}Each is looked up in Entra first, and what Entra says then is done.{/if}")
    String approveOtherText(String kind);

    @Message("Keep {#if count == 1}1 person{#else}{count.grouped} people{/if} as they are?")
    String rejectTitle(long count);

    @Message("They stay as they are in Learn Amp until somebody decides otherwise here.")
    String rejectText();

    @Message("Type {count} to confirm")
    String typeToConfirm(long count);

    @Message("That is not {count}.")
    String notTyped(long count);

    @Message("Cancel")
    String cancel();

    @Message("Keep as they are")
    String reject();

    @Message("Nobody is selected")
    String nobody();

    @Message("Tick the people first, or whoever you ticked waits no more.")
    String nobodyText();

    @Message("Back to the review")
    String back();

    @Message(
            "Decided for {#if count == 1}1 person{#else}{count.grouped} people{/if}. Approved ones are {#if kind == 'invitation'}invited{#else}looked up in Entra{/if} now.")
    String decided(String kind, long count);

    @Message("You are one of these people: for you another admin has to decide.")
    String notByYourself();

    @Message("More people wait by now than you saw, so nothing was decided. Look at them first.")
    String grown();

    @Message("From the start")
    String first();

    @Message("Next")
    String next();

    @Message("Held: not deactivated, whatever the Entra group says")
    String held();

    @Message("{reason}. Held by {name}.")
    String heldBecause(String reason, String name);

    @Message("Until")
    String heldUntil();

    @Message("Release")
    String release();

    @Message("Hold {name}")
    String hold(String name);

    @Message(
            "While held, {name} is not deactivated, whatever the Entra group says. Details still follow Entra.")
    String holdText(String name);

    @Message("Reason")
    String holdReason();

    @Message("Until, if it shall end by itself")
    String holdUntil();

    @Message("Hold")
    String holdButton();

    @Message("A reason is needed, and a day to come if there is one.")
    String holdProblem();

    @Message("In the grace period: deactivated then, unless Entra says otherwise by that time:")
    String inGrace();

    @Message("Waits for your review")
    String inReview();

    @Message("No longer in the group, and kept active by {name}")
    String keptActive(String name);
}
