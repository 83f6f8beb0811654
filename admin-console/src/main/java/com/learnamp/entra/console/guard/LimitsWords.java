package com.learnamp.entra.console.guard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the limits. */
@MessageBundle("limits")
public interface LimitsWords {

    @Message("Limits")
    String title();

    @Message(
            "What protects people from a mistake in Entra. More than this at once waits for your review: deactivations, new people, invitations that leave by themselves, and people whose details would be cleared, each counted by itself.")
    String text();

    @Message("Saved. It holds from now on; whoever waits already goes on waiting.")
    String saved();

    @Message(
            "{#switch field}{#case 'graceHours'}Grace period, in hours{#case 'limitPercent'}Share of the active people, in %{#case 'limitPeople'}Number of people{#else}Counted over, in hours{/switch}")
    String label(String field);

    @Message(
            "{#switch field}{#case 'graceHours'}How long somebody stays active after leaving the group; a return within it leaves no trace. 0 for none.{#case 'limitPercent'}The greater of the share and the number counts. Empty: the number alone.{#case 'limitPeople'}Empty: the share alone.{#else}A rolling window.{/switch}")
    String hint(String field);

    @Message(
            "{#switch field}{#case 'graceHours'}A whole number from 0 to 2,160, which is 90 days.{#case 'limitPercent'}A whole number from 1 to 50, or nothing.{#case 'limitPeople'}A whole number from 1 to 500, or nothing; one of the two limits has to stay.{#else}A whole number from 1 to 168, which is a week.{/switch}")
    String wrong(String field);

    @Message("Save")
    String save();
}
