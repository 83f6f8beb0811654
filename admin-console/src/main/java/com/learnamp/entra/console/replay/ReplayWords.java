package com.learnamp.entra.console.replay;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of replays. */
@MessageBundle("replay")
public interface ReplayWords {

    @Message("Replay")
    String title();

    @Message(
            "Sends what the topics keep through mapping and writing once more, after a mapping was put right or rows were lost.")
    String pageText();

    @Message("What is parked is tried again from its own page:")
    String parkedText();

    @Message("parked messages")
    String parked();

    @Message("This can’t be replayed as entered")
    String wrong();

    @Message("Ask for a replay")
    String form();

    @Message("Whose messages")
    String whose();

    @Message("One company’s")
    String oneCompany();

    @Message("Those of all companies")
    String allCompanies();

    @Message("Number of the company")
    String company();

    @Message("Companies shows it beside the name. Only for one company’s messages.")
    String companyHint();

    @Message("Object ID of a person")
    String person();

    @Message("Left empty: everybody. Only with a company.")
    String personHint();

    @Message("Once more through")
    String into();

    @Message("{#if into == 'writer'}Writing alone{#else}Mapping and writing{/if}")
    String intoWord(String into);

    @Message(
            "{#if into == 'writer'}What was asked for in the last seven days is applied anew, as it was mapped then.{#else}What was last read in Entra of each person is mapped anew, by the mappings as they are now. The topics keep it for good, so this is the way to rebuild what was lost.{/if}")
    String intoHint(String into);

    @Message("Whom")
    String from();

    @Message(
            "{#switch from}{#case 'time'}Whom a message since a time is about{#case 'place'}Whom a message from an offset on is about{#else}Everybody of whom the topics keep a message{/switch}")
    String fromWord(String from);

    @Message("Of each of them the newest message is sent, never an older one.")
    String fromHint();

    @Message("Since, in UTC")
    String time();

    @Message("Topic")
    String topic();

    @Message("Offset")
    String offset();

    @Message("Reason")
    String reason();

    @Message("Kept with your name.")
    String reasonHint();

    @Message("Confirmation")
    String confirmation();

    @Message("Continue to the confirmation")
    String toConfirmation();

    @Message(
            "{#switch field}{#case 'company'}{#if problem == 'not_a_company'}No company has this number.{#else}Enter the number of one company, or choose all companies.{/if}{#case 'person'}{#if problem == 'only_with_a_company'}One person can be replayed only with the number of the company.{#else}This isn’t an object ID. It has the form 00000000-0000-0000-0000-000000000000.{/if}{#case 'into'}Choose one of the two.{#case 'fromTime'}Enter a time that has been.{#case 'fromOffset'}Enter a whole number, of a topic that is read for what you chose above, and of one company: entra.users for mapping and writing, provisioning.commands for writing alone.{#case 'reason'}{#if problem == 'missing'}Say why; it is kept with your name.{#else}At most 500 characters.{/if}{#else}{field}{/switch}")
    String problem(String field, String problem);

    @Message("Replays")
    String list();

    @Message("Nothing has been replayed yet")
    String none();

    @Message("Each replay stays here, with who asked for it and why.")
    String noneText();

    @Message("The newest {count}. Earlier ones are in the API: GET /api/replays.")
    String newest(int count);

    @Message("What")
    String what();

    @Message("Asked for")
    String askedFor();

    @Message("Read")
    String read();

    @Message("People")
    String people();

    @Message("State")
    String stateTitle();

    @Message("{#if trial}Trial{#else}Replay{/if}")
    String kind(boolean trial);

    @Message("of all companies")
    String ofAll();

    @Message("of {name}")
    String of(String name);

    @Message("of company {id}")
    String ofNumber(long id);

    @Message("{name}: {reason}")
    String by(String name, String reason);

    @Message(
            "{#switch state}{#case 'running'}Running{#case 'paused'}Paused{#case 'stopped'}Stopped{#case 'failed'}Failed{#else}Finished{/switch}")
    String state(String state);

    @Message(
            "{#switch known}{#case 'one'}Replay one person of {company}?{#case 'tried'}Replay {#if count == 1}1 person{#else}{count.grouped} people{/if} of {company}?{#case 'about'}Replay about {#if count == 1}1 person{#else}{count.grouped} people{/if} of {company}?{#case 'most'}Replay at most about {#if count == 1}1 person{#else}{count.grouped} people{/if} of {company}?{#else}Replay everybody of {company}?{/switch}")
    String question(String known, long count, String company);

    @Message("{#if count == 1}the one company{#else}all {count.grouped} companies{/if}")
    String companies(long count);

    @Message("Unchanged people are not touched, and nobody is invited or deactivated by it.")
    String consequence();

    @Message(
            "Whoever differs is written as the message says, and other Learn Amp services are told of it. Fields that somebody changed by hand in Learn Amp are set back, as by any sync.")
    String written();

    @Message("Whoever would be deactivated is looked up in Entra anew instead.")
    String notDeactivated();

    @Message(
            "It goes in the lane of full syncs, so that changes in Entra, which arrive one by one, don’t wait for it.")
    String lane();

    @Message("The limits on new people and cleared values don’t hold it up: try it first.")
    String noLimits();

    @Message(
            "A full sync of this company is running. Both may run: they take turns in one lane, and of whoever the sync has read something newer, the newer stays.")
    String besideSync();

    @Message("Look at the sync")
    String toSync();

    @Message(
            "Full syncs of these companies may run meanwhile: they take turns with it in one lane, and what is newer stays.")
    String besideSyncs();

    @Message(
            "Writing to Learn Amp stands still at the moment. What is replayed waits until it resumes.")
    String standsStill();

    @Message("Look at what is paused")
    String toPause();

    @Message(
            "{#switch known}{#case 'tried'}As many as the trial has found.{#case 'one'}If the topics keep a message about this person.{#case 'unknown'}How many the topics keep shows once it runs; a trial tells it before anything is changed.{#else}As many as Learn Amp knows from Entra; the topics may keep fewer or, where rows were lost, more. A trial tells it exactly.{/switch}")
    String counted(String known);

    @Message("Since")
    String since();

    @Message("From")
    String place();

    @Message("Person")
    String onePerson();

    @Message("Everybody")
    String everybody();

    @Message("Change")
    String change();

    @Message("Try it first, change nothing")
    String tryFirst();

    @Message("Replay now")
    String replayNow();

    @Message("Asked for by {name},")
    String askedBy(String name);

    @Message("You can leave this page.")
    String goesOn();

    @Message("It was no longer in a state in which that can be. This is how it is now.")
    String late();

    @Message("Nothing to replay")
    String nothing();

    @Message(
            "The topics keep no message about whom you asked for. Those of commands are kept for seven days; those of people for good.")
    String nothingText();

    @Message("This was a trial: nobody has been changed")
    String triedTitle();

    @Message("The figures say what the replay would do.")
    String triedText();

    @Message("Replay as tried…")
    String asTried();

    @Message("It failed")
    String failedTitle();

    @Message(
            "What had been sent before stands. Asking for the same again is safe: whoever is as it should be is not touched.")
    String failedText();

    @Message("Ask for the same again")
    String again();

    @Message("{#if state == 'stopped'}Stopped{#else}Paused{/if} by {name},")
    String decidedBy(String state, String name);

    @Message("What had been sent before stands.")
    String stoppedText();

    @Message("It continues where it is.")
    String pausedText();

    @Message("Progress")
    String progress();

    @Message("of {total.grouped} people")
    String ofTotal(long total);

    @Message("{#if count == 1}person{#else}people{/if} so far")
    String soFar(long count);

    @Message("{percent} %")
    String percent(long percent);

    @Message("{#if read == 1}1 message{#else}{read.grouped} messages{/if} read in the topics")
    String messagesRead(long read);

    @Message("{#if count == 1}1 person{#else}{count.grouped} people{/if} sent once more")
    String sent(long count);

    @Message("{count.grouped} of {total.grouped} people")
    String announce(long count, long total);

    @Message(
            "{#switch outcome}{#case 'unchanged'}Unchanged{#case 'updated'}Updated{#case 'created'}Created{#case 'linked'}Linked{#case 'reactivated'}Reactivated{#case 'waiting'}Looked up anew{#case 'rejected'}Need attention{#case 'older'}Newer known{#else}{outcome}{/switch}")
    String outcome(String outcome);

    @Message("Pause")
    String pause();

    @Message("Continue")
    String resume();

    @Message("Stop")
    String stop();

    @Message("Who would change or needs attention")
    String tried();

    @Message("Nobody: everybody is as it should be already.")
    String triedNobody();

    @Message("What would happen")
    String wouldHappen();

    @Message("Fields")
    String fields();

    @Message("From the start")
    String first();

    @Message("Next")
    String next();

    @Message("Changes by replays, in Activity")
    String activity();
}
