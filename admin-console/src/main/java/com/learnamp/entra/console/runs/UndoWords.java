package com.learnamp.entra.console.runs;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about undoing a run. */
@MessageBundle("undo")
public interface UndoWords {

    @Message("Undo the field changes")
    String link();

    @Message("Undo the changes of {#if people == 1}1 person{#else}{people.grouped} people{/if}?")
    String title(long people);

    @Message(
            "Every field that this run has changed is put back as it was before, email, manager and custom fields included. Whoever was created, deactivated or reactivated stays so.")
    String text();

    @Message(
            "Entra still has what is undone. The next sync doesn’t do it again by itself: it asks you under Needs attention.")
    String marked();

    @Message("Undo for {#if people == 1}1 person{#else}{people.grouped} people{/if}")
    String act(long people);

    @Message("Cancel")
    String cancel();

    @Message("There is nothing to undo")
    String nothing();

    @Message("No field is as this run left it, or all of it has been undone already.")
    String nothingText();

    @Message(
            "{#if people == 1}1 person is{#else}{people.grouped} people are{/if} as before the run.")
    String done(long people);

    @Message(
            "{#if people == 1}1 person keeps{#else}{people.grouped} people keep{/if} something of it")
    String left(long people);

    @Message("What stays, and why")
    String stays();

    @Message(
            "{#switch why}{#case 'changed_since'}changed since{#case 'deactivated'}the person is deactivated{#case 'address_taken'}somebody else has the earlier address now{#case 'manager_gone'}the earlier manager isn’t active any more{#case 'required'}Learn Amp requires a value{#else}the earlier team isn’t there any more{/switch}")
    String obstacle(String why);

    @Message("The first {shown.grouped} of {all.grouped}.")
    String first(int shown, long all);
}
