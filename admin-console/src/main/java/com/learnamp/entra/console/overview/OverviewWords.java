package com.learnamp.entra.console.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the overview. */
@MessageBundle("overview")
public interface OverviewWords {

    @Message("Working.")
    String working();

    @Message("Changes in Entra reach Learn Amp in about {duration}.")
    String reachIn(String duration);

    @Message("The members of {group} are followed.")
    String followed(String group);

    @Message("Waiting for the first sync’s end.")
    String notYetLooked();

    @Message("Stopped.")
    String stopped();

    @Message("Microsoft can’t be reached.")
    String unreachable();

    @Message("Not connected.")
    String notConnected();

    @Message("Nobody is followed; everybody stays as they are.")
    String notConnectedText();

    @Message("Connect your directory")
    String connect();

    @Message("Tell us the security group whose members are Learn Amp’s users.")
    String connectText();

    @Message("Provisioning has stopped")
    String stoppedTitle();

    @Message("Microsoft can’t be reached")
    String unreachableTitle();

    @Message("Everybody stays as they are meanwhile. It is so since")
    String since();

    @Message("{#if count == 1}1 thing needs you{#else}{count.grouped} things need you{/if}")
    String attention(long count);

    @Message("Each is shown with the reason, and with what to do.")
    String attentionText();

    @Message("Review")
    String review();

    @Message("Watch it")
    String watch();

    @Message(
            "{#if followed == 1}1 active person follows Entra.{#else}{followed.grouped} active people follow Entra.{/if}{#if own > 0} {own.grouped} {#if own == 1}is{#else}are{/if} only in Learn Amp.{/if}")
    String people(long followed, long own);

    @Message("Last full comparison")
    String comparison();

    @Message("None yet")
    String noComparison();

    @Message("{#if people == 1}1 person{#else}{people.grouped} people{/if} compared in {duration}.")
    String comparedIn(long people, String duration);

    @Message("Corrected")
    String corrected();

    @Message("Started")
    String started();

    @Message("Next")
    String next();

    @Message("Freshness, last 24 hours")
    String freshness();

    @Message("No notices")
    String noNotices();

    @Message("Microsoft has sent no notice that changed anybody in the last 24 hours.")
    String noNoticesText();

    @Message("typical, from Microsoft’s notice to Learn Amp. 19 in 20 arrive within {duration}.")
    String freshnessText(String duration);

    @Message("{#if count == 1}1 change{#else}{count.grouped} changes{/if}")
    String measured(long count);

    @Message("Measured")
    String measuredLabel();

    @Message("Connection to Microsoft")
    String connection();

    @Message("Live")
    String live();

    @Message("Not looked yet")
    String notLooked();

    @Message("Security group")
    String group();

    @Message("Tenant")
    String tenant();

    @Message("Found without a notice")
    String unannouncedLabel();

    @Message("{#if count == 1}1 change{#else}{count.grouped} changes{/if}")
    String unannounced(long count);

    @Message("Everything works, with one thing to know")
    String noticeTitle();

    @Message("Asked on {day}")
    String askedLabel(String day);

    @Message(
            "{#if requests == 1}1 request{#else}{requests.grouped} requests{/if}, {units.grouped} resource units")
    String asked(long requests, long units);

    @Message("Last looked")
    String looked();

    @Message("Changes over 30 days")
    String changes();

    @Message("created")
    String created();

    @Message("updated")
    String updated();

    @Message("deactivated")
    String deactivated();

    @Message("No changes in 30 days.")
    String noChanges();

    @Message("Changes a day, {from} to {to}. Most on {day}: {most.grouped}.")
    String chartTitle(String from, String to, String day, long most);

    @Message(
            "{day}: {created.grouped} created, {updated.grouped} updated, {deactivated.grouped} deactivated")
    String chartDay(String day, long created, long updated, long deactivated);

    @Message("Show as a table")
    String asTable();

    @Message("Day")
    String day();

    @Message("Today")
    String today();

    @Message("All activity")
    String allActivity();

    @Message("Latest changes")
    String latest();

    @Message("When")
    String when();

    @Message("Took")
    String took();
}
