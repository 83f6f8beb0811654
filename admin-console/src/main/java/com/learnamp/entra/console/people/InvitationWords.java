package com.learnamp.entra.console.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of invitations. */
@MessageBundle("invitations")
public interface InvitationWords {

    @Message("Invitations")
    String title();

    @Message("Learn Amp’s emails to new people: who gets one, and who has got one.")
    String pageText();

    @Message(
            "{#switch preference}{#case 'by_hand'}You invite by hand{#case 'on_hire_date'}Invitations leave on the hire date{#else}Invitations leave by themselves{/switch}")
    String preference(String preference);

    @Message(
            "{#switch preference}{#case 'by_hand'}Nobody is invited by itself. Select people, then send their invitations.{#case 'on_hire_date'}Whoever is new is invited at 8:00 on the hire date, or at once where that is past or not known.{#else}Whoever is new is invited at once, or at the end of the sync that found them.{/switch}")
    String preferenceText(String preference);

    @Message("Your directory is not connected, so nobody new comes from it.")
    String notConnected();

    @Message("Nothing is written to Learn Amp at the moment, so no invitation leaves either.")
    String paused();

    @Message("Change it in Set up")
    String change();

    @Message("Filter by what became of it")
    String filter();

    @Message(
            "{#switch list}{#case 'scheduled'}Scheduled{#case 'by_hand'}To invite by hand{#case 'kept_back'}Kept back{#case 'sent'}Sent{#else}Refused{/switch}")
    String list(String list);

    @Message(
            "{#switch list}{#case 'scheduled'}No invitation is scheduled{#case 'by_hand'}Nobody waits to be invited by hand{#case 'kept_back'}No invitation is kept back{#case 'sent'}No invitation has left yet{#else}The mail server has refused none{/switch}")
    String none(String list);

    @Message(
            "{#switch list}{#case 'scheduled'}Whoever is to be invited later is listed here, by date.{#case 'by_hand'}Whoever is new and for whom nobody has asked is listed here.{#case 'kept_back'}If more would leave at once than your limit allows, they wait here for your decision.{#case 'sent'}Whoever got the email is listed here, the latest first.{#else}If the mail server refuses an address again and again, it is listed here with its answer.{/switch}")
    String noneText(String list);

    @Message("More would have left at once than your limit allows. They wait for your decision.")
    String keptBackText();

    @Message(
            "{#switch state}{#case 'none'}Not invited{#case 'held'}After the running sync{#case 'soon'}Leaves in a moment{#case 'scheduled'}Scheduled{#case 'again'}Tried again{#case 'kept_back'}Kept back{#case 'sent'}Sent{#case 'refused'}Refused{#else}Unclear{/switch}")
    String state(String state);

    @Message(
            "Nobody knows whether it left: the sender was cut off. It is not sent again by itself, so that nobody gets it twice.")
    String unknown();

    @Message("Person")
    String person();

    @Message("Invitation")
    String invitation();

    @Message("Asked for by")
    String by();

    @Message("your preference")
    String preferenceAsked();

    @Message("When")
    String when();

    @Message("{#if count > most}{most.grouped}+{#else}{count.grouped}{/if}")
    String count(long count, long most);
}
