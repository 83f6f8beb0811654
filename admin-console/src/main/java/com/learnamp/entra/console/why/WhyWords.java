package com.learnamp.entra.console.why;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about why somebody is here, or is not. */
@MessageBundle("why")
public interface WhyWords {

    @Message("Why isn’t this person here?")
    String title();

    @Message(
            "Ask about anybody: what Entra says now, what Learn Amp has, what was decided and what waits.")
    String text();

    @Message("Email, object ID or name")
    String search();

    @Message("Ask")
    String ask();

    @Message("Two characters at least, 255 at most.")
    String tooShort();

    @Message("Nobody has this email, object ID or name")
    String nobody();

    @Message(
            "Neither your Entra tenant nor Learn Amp. Is it spelt as in Entra? A name may be its beginning.")
    String nobodyText();

    @Message("Learn Amp has nobody of this email, object ID or name")
    String nobodyHere();

    @Message(
            "{#switch state}{#case 'failed'}Entra could not be asked: {failure}{#case 'silent'}Entra has not answered yet: what is below is what was known before.{#else}Your directory is not connected yet: only Learn Amp was asked.{/switch}")
    String notAnswered(String state, String failure);

    @Message(
            "Somebody with this email or object ID was erased, and the sync does not bring them back.")
    String erased();

    @Message("Erased people")
    String erasedPeople();

    @Message("Ask again")
    String again();

    @Message(
            "{#switch verdict}{#case 'here'}Is in Learn Amp{#case 'here_with_attention'}Is in Learn Amp, but something needs attention{#case 'needs_attention'}Can’t be created yet{#case 'creation_kept_back'}Waits for your review{#case 'account_disabled'}The Entra account is disabled{#case 'not_yet_read'}In the group, not written to Learn Amp yet{#case 'preview_waits'}Waits for the first sync{#case 'not_connected'}Your directory is not connected{#case 'leaving_kept_back'}Not in the group, and still active{#case 'leaving'}Not in the group any more{#case 'left'}Has left the group{#case 'never_in_the_group'}Not in the group{#case 'deleted'}Deleted in Entra{#case 'not_in_the_tenant'}Not in your tenant{#case 'only_in_learn_amp'}Only in Learn Amp{#case 'erased'}Was erased, and is kept away{#else}As it was known before{/switch}")
    String verdict(String verdict);

    @Message(
            "{#switch verdict}{#case 'here'}A member of your security group, with everything as in Entra.{#case 'here_with_attention'}A member of your security group. What is below can’t be as in Entra.{#case 'needs_attention'}A member of your security group. What stands against it is below, with what helps under Needs attention.{#case 'creation_kept_back'}A member of your security group. More people would be new than your limit lets through.{#case 'account_disabled'}A member of your security group, but your settings make leavers of disabled accounts.{#case 'not_yet_read'}Whoever joins the group is here within minutes, or at once after Sync users.{#case 'preview_waits'}A member of your security group. Confirm the preview, and the first sync creates everybody.{#case 'not_connected'}A member of your security group. Connect your directory under Set up.{#case 'leaving_kept_back'}What keeps the person active is below. Whoever returns to the group loses nothing.{#case 'leaving'}Entra says so now. Learn Amp follows within minutes, or at once with Sync this person.{#case 'left'}Deactivated in Learn Amp. Whoever returns to the group is reactivated.{#case 'never_in_the_group'}The account is in your tenant. Add it to the security group, or to a group inside it.{#case 'deleted'}The account is in Entra’s bin. Once restored, and in the group, the person is in Learn Amp.{#case 'not_in_the_tenant'}There is no such account any more.{#case 'only_in_learn_amp'}Entra changes nothing here: no member of your security group has this person’s email.{#case 'erased'}An admin has erased this person. The sync leaves the account out until somebody lets it come back under Erased people.{#else}Ask again to hear what Entra says now.{/switch}")
    String help(String verdict);

    @Message("In the group through")
    String through();

    @Message("A group was nested of late: the way is known after the next sync.")
    String wayUnknown();

    @Message("Entra says now")
    String entraSays();

    @Message("{#if enabled}Account enabled{#else}Account disabled{/if}")
    String account(boolean enabled);

    @Message(
            "{#switch state}{#case 'IN_BIN'}In the bin{#case 'ABSENT'}No such account{#else}In the tenant{/switch}, {#if member}in the group{#else}not in the group{/if}")
    String place(String state, boolean member);

    @Message("Learn Amp has")
    String learnAmpHas();

    @Message("Nobody")
    String nobodyStored();

    @Message("The sync decided")
    String decided();

    @Message(
            "{#switch state}{#case 'in_scope'}In the group{#case 'out_of_scope'}Not in the group{#case 'rejected'}In the group, but can’t be as Entra has them{#else}It has never heard of this account{/switch}")
    String ledger(String state);

    @Message("Waits for the address {email}")
    String claims(String email);

    @Message("which {name} has")
    String heldBy(String name);

    @Message("Held")
    String held();

    @Message("Waiting")
    String waiting();

    @Message(
            "{#switch kind}{#case 'deactivation'}Deactivation{#case 'creation'}Creation{#case 'clearing'}Clearing of values{#else}Invitation{/switch}: {#switch state}{#case 'grace'}in the grace period{#case 'review'}waiting for your review{#case 'held'}held{#else}rejected by an admin{/switch}")
    String keptBack(String kind, String state);

    @Message("until")
    String until();

    @Message("since")
    String since();

    @Message("Entra object ID")
    String objectId();
}
