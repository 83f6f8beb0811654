package com.learnamp.entra.console.attention;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what needs attention: each reason, and what helps. */
@MessageBundle("attention")
public interface AttentionWords {

    @Message(
            "What waits for your decision, what can’t be read, and people whom Learn Amp can’t have as Entra does. People are tried again by themselves when something changes in Entra, and with every full sync.")
    String pageText();

    @Message("Nothing needs you")
    String nothing();

    @Message(
            "Whoever can’t be created or changed is listed here, with the reason and with what to do.")
    String nothingText();

    @Message("{field} is not read")
    String unread(String field);

    @Message(
            "Your Entra tenant has no attribute {attributes}. The field stays as it is until the attribute is there again, which is tried every hour. Register it in Entra, or change the mapping.")
    String unreadText(String attributes);

    @Message("Filter by reason")
    String filter();

    @Message("All")
    String all();

    @Message("Person")
    String person();

    @Message("Why, and what helps")
    String why();

    @Message("Since")
    String since();

    @Message("Not in Learn Amp")
    String notInLearnAmp();

    @Message("Object ID {id}")
    String objectId(String id);

    @Message("{name} has it in Learn Amp.")
    String holder(String name);

    @Message(
            "{#switch choice}{#case 'same_person'}Same person{#case 'new_person'}New person{#case 'do_again'}Do it again{#else}Leave it undone{/switch}")
    String choice(String choice);

    @Message("Next")
    String next();

    @Message("From the start")
    String first();

    @Message(
            "{#switch reason}{#case 'no_email'}No email{#case 'malformed_email'}Malformed email{#case 'email_taken'}Email taken{#case 'link_unconfirmed'}Admin’s email{#case 'holder_gone'}Email of a leaver{#case 'erased_address'}Email of somebody erased{#case 'undone'}Undone{#case 'manager_loop'}Managers in a circle{#case 'custom_field'}Custom field{#case 'last_owner'}Last Owner{#case 'photo_refused'}Photo{#case 'invitation_unknown'}Invitation unclear{#case 'invitation_refused'}Invitation refused{#else}Not written{/switch}")
    String reason(String reason);

    @Message(
            "{#switch reason}{#case 'no_email'}There is no email in Entra{#case 'malformed_email'}The email in Entra can’t be one{#case 'email_taken'}The email belongs to somebody else in Learn Amp{#case 'link_unconfirmed'}The email is that of an Admin or Owner of Learn Amp{#case 'holder_gone'}The email is that of somebody who has left{#case 'erased_address'}The email is that of somebody who was erased{#case 'undone'}Entra still says what was undone{#case 'manager_loop'}This person is, over some steps, their own manager’s manager{#case 'custom_field'}A custom field can’t have what Entra has{#case 'last_owner'}The last active Owner stays active{#case 'photo_refused'}The photo can’t be used{#case 'invitation_unknown'}Nobody knows whether the invitation left{#case 'invitation_refused'}The mail server refused the invitation{#else}It can’t be written to Learn Amp{/switch}")
    String title(String reason);

    @Message(
            "{#switch reason}{#case 'no_email'}The account has no address; a guest needs one under Email. Add it in Entra; the rest follows by itself.{#case 'malformed_email'}The sign-in name has not the form of an address. Correct it in Entra; the rest follows by itself.{#case 'email_taken'}Everything else is as in Entra. Change one of the two addresses; this one follows as soon as it is free.{#case 'link_unconfirmed'}From then on Entra decides on this account. Say that it is the same person, or change one of the two addresses.{#case 'erased_address'}If it is somebody new, or the same person shall come back, find the email under Individuals, Erased people, and let it come back.{#case 'holder_gone'}If it is the same person, the record of what was learnt goes on. If it is somebody new, the one who left gives up the address.{#case 'undone'}Correct it in Entra, or say what shall be. Until then it stays undone, and the rest is as in Entra.{#case 'manager_loop'}Learn Amp has them as Entra does. Correct the manager of one of them in Entra; the rest follows by itself.{#case 'custom_field'}Everything else is as in Entra, and this field stays as it was. Correct it in Entra, or change the mapping.{#case 'last_owner'}The person has left the group. Make somebody else Owner in Learn Amp first, then press Sync this person.{#case 'photo_refused'}Replace it in Entra; the rest follows by itself.{#case 'invitation_unknown'}The sender was cut off while it spoke to the mail server. It is not sent again by itself, so that nobody gets it twice.{#case 'invitation_refused'}Check the address in Entra, then send the invitation from the person’s page.{#else}It is tried again with the next change of this person, and with the next full sync.{/switch}")
    String help(String reason);
}
