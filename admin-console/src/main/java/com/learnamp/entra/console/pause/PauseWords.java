package com.learnamp.entra.console.pause;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of pauses. */
@MessageBundle("pause")
public interface PauseWords {

    @Message("Pause")
    String pause();

    @Message(
            "What stands still resumes where it stopped. Microsoft’s notices are kept meanwhile, and grace periods stand still too.")
    String pageText();

    @Message("Nothing stands still")
    String nothing();

    @Message("{#if company}This company{#else}All companies{/if}")
    String whose(boolean company);

    @Message(
            "{#if what == 'reads'}Nothing is read from Entra{#else}Nothing is written to Learn Amp{/if}{#if lane == 'live'}, single changes{#else if lane == 'bulk'}, full syncs{/if}")
    String what(String what, String lane);

    @Message("By {name}: {reason}")
    String by(String name, String reason);

    @Message("Resume")
    String resume();

    @Message("Stop")
    String stop();

    @Message("Reading from Entra and writing to Learn Amp")
    String both();

    @Message("Reading from Entra")
    String reads();

    @Message("Writing to Learn Amp")
    String writes();

    @Message("Single changes and full syncs")
    String lanes();

    @Message("Single changes alone")
    String live();

    @Message("Full syncs alone")
    String bulk();

    @Message("What")
    String which();

    @Message("Of it")
    String lane();

    @Message("Reason")
    String reason();

    @Message("Since")
    String since();
}
