package com.learnamp.entra.console.runs;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of sync runs. */
@MessageBundle("runs")
public interface RunWords {

    @Message(
            "{#switch trigger}{#case 'initial'}First sync{#case 'schedule'}Daily sync{#case 'settings'}Full sync after new settings{#case 'group_change'}Sync of a changed group{#else}Full sync{/switch}")
    String title(String trigger);

    @Message(
            "{#switch trigger}{#case 'initial'}Started by {who} at set-up{#case 'manual'}Started by {who} with Sync users{#case 'schedule'}Started by the schedule{#case 'settings'}Started when {who} saved the settings{#else}Started because a group changed in Entra{/switch}")
    String startedBy(String trigger, String who);

    @Message("somebody")
    String somebody();

    @Message("Running")
    String running();

    @Message("Finished")
    String finished();

    @Message("Failed")
    String failed();

    @Message("Superseded")
    String superseded();

    @Message("Preview ready")
    String previewed();

    @Message("This is a preview: nobody has been changed")
    String previewedTitle();

    @Message(
            "The figures say what the first sync with this group would do. It waits until you have confirmed it.")
    String previewedText();

    @Message("Look at the preview")
    String toPreview();

    @Message("Waiting")
    String waiting();

    @Message(
            "A newer run took its place: the settings were saved, or this one was lost. What it had written stands.")
    String supersededText();

    @Message("Nobody has been taken for a leaver because of it. What it had written before stands.")
    String failedText();

    @Message("The run failed")
    String failedTitle();

    @Message("of about {total.grouped} people")
    String ofAbout(long total);

    @Message("{#if total == 1}of 1 person{#else}of {total.grouped} people{/if}")
    String of(long total);

    @Message("{#if count == 1}person{#else}people{/if} so far")
    String soFar(long count);

    @Message("{#if count == 1}person{#else}people{/if} compared")
    String compared(long count);

    @Message("about {duration} left")
    String left(String duration);

    @Message("{percent} %")
    String percent(long percent);

    @Message("Waiting to begin")
    String queued();

    @Message("Asked for; graph-fetcher takes it up in a moment.")
    String queuedText();

    @Message("Another sync of your company is running; this one begins when it has ended.")
    String behindText();

    @Message("Look at the other sync")
    String behind();

    @Message("Microsoft can’t be reached.")
    String unreachable();

    @Message(
            "We try again {when}, and continue from where it was interrupted{#if pages > 0}, after page {pages.grouped}{/if}. Nobody is deactivated meanwhile.")
    String unreachableText(String when, long pages);

    @Message("Microsoft has asked us to slow down.")
    String slowedDown();

    @Message("We continue by ourselves {when}. Nothing is lost.")
    String slowedDownText(String when);

    @Message("You can leave this page.")
    String canLeave();

    @Message("The list was incomplete, so we began again; nobody was taken for a leaver.")
    String restarted();

    @Message("Progress")
    String progress();

    @Message("People compared")
    String peopleCompared();

    @Message("{count.grouped} of about {total.grouped} people")
    String announce(long count, long total);

    @Message("Unchanged")
    String unchanged();

    @Message("Created")
    String created();

    @Message("Linked")
    String linked();

    @Message("Updated")
    String updated();

    @Message("Reactivated")
    String reactivated();

    @Message("Deactivated")
    String deactivated();

    @Message("Need attention")
    String needAttention();

    @Message("Looked up again")
    String lookedUp();

    @Message("Photos")
    String photos();

    @Message("Looked at")
    String photosLookedAt();

    @Message("Fetched")
    String photosFetched();

    @Message("Removed")
    String photosRemoved();

    @Message("Refused")
    String photosRefused();

    @Message(
            "{#if count == 1}1 photo is still to be looked at{#else}{count.grouped} photos are still to be looked at{/if}. Nothing waits for them; a daily run takes some hours over them.")
    String photosWaiting(long count);

    @Message("Where it is")
    String whereItIs();

    @Message("Changes made in Entra during the run arrive too: nothing waits for it.")
    String whereItIsText();

    @Message("Read from Entra")
    String read();

    @Message("Each page is kept, so an interruption continues from here.")
    String readText();

    @Message("Write to Learn Amp")
    String write();

    @Message("Check who left")
    String check();

    @Message(
            "Starts only when the list of members is proved complete. Each leaver is then looked up a second time.")
    String checkText();

    @Message("Not started")
    String notStarted();

    @Message("Done")
    String done();

    @Message("Under way")
    String underWay();

    @Message("Not reached")
    String notReached();

    @Message(
            "{#if total == -1}{count.grouped}{#else}{count.grouped} of {#if about}about {/if}{total.grouped}{/if}")
    String countOf(long count, long total, boolean about);

    @Message(
            "{#if requests == 1}1 request{#else}{requests.grouped} requests{/if} to Microsoft, {units.grouped} resource units.")
    String cost(long requests, long units);

    @Message(
            "Microsoft told what has changed, so that nobody had to be listed; everybody was compared as last read.")
    String byDelta();

    @Message("Changes in this run")
    String changes();

    @Message("Newest {shown} of {total.grouped}")
    String newest(int shown, long total);

    @Message("No changes yet.")
    String noChangesYet();

    @Message("No changes: everybody was equal already.")
    String noChanges();

    @Message("Sync runs")
    String pageTitle();

    @Message(
            "Every comparison of the whole group with Learn Amp. Between them, changes arrive one by one.")
    String pageText();

    @Message("No sync has run yet")
    String none();

    @Message("The first one starts at the end of set-up.")
    String noneText();

    @Message("Run")
    String run();

    @Message("Started")
    String started();

    @Message("Took")
    String took();

    @Message("People")
    String people();

    @Message("Changed")
    String changed();

    @Message("Result")
    String result();

    @Message("Older")
    String older();

    @Message("Kind")
    String kind();

    @Message("All kinds")
    String allKinds();

    @Message(
            "{#switch kind}{#case 'initial'}First sync{#case 'manual'}Sync users{#case 'schedule'}Daily sync{#case 'settings'}After new settings{#else}Changed group{/switch}")
    String kindOf(String kind);

    @Message("All results")
    String allResults();

    @Message(
            "{#switch result}{#case 'running'}Running{#case 'finished'}Finished{#case 'failed'}Failed{#case 'superseded'}Superseded{#else}Preview ready{/switch}")
    String resultOf(String result);

    @Message("Show")
    String show();

    @Message("No run is like that")
    String noneLikeThat();

    @Message("Look at all kinds and results, or at another month.")
    String noneLikeThatText();

    @Message("Earlier months")
    String months();

    @Message("Runs of {month}")
    String ofMonth(String month);

    @Message("The list was begun anew")
    String begunAnew();

    @Message("Newest")
    String newestRuns();

    @Message("A sync was running already; this is it.")
    String joined();
}
