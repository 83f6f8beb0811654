package com.learnamp.entra.console.attention;

import org.jspecify.annotations.Nullable;

/**
 * What a reason means, and what to do about it.
 *
 * @param title in a few words
 * @param what in a sentence or two
 */
record AttentionWords(String title, String what) {

    static AttentionWords of(String reason, @Nullable String detail) {
        return switch (reason) {
            case "no_email" ->
                    new AttentionWords(
                            "There is no email",
                            "The account has no address in Entra. Add one there; the rest follows by itself.");
            case "malformed_email" ->
                    new AttentionWords(
                            "The email can’t be one",
                            "The sign-in name in Entra has not the form of an address. Correct it there; the rest follows by itself.");
            case "email_taken" ->
                    new AttentionWords(
                            "The email belongs to somebody else",
                            "Another person in Learn Amp has this address. Everything else is as in Entra; the address follows as soon as it is free.");
            case "last_owner" ->
                    new AttentionWords(
                            "The last active Owner stays active",
                            "The person has left the group. Make somebody else Owner in Learn Amp first, then sync this person.");
            case "photo_refused" ->
                    new AttentionWords(
                            "The photo can’t be used",
                            (detail == null ? "" : detail + " ")
                                    + "Replace it in Entra; the rest follows by itself.");
            case "invitation_unknown" ->
                    new AttentionWords(
                            "Nobody knows whether the invitation left",
                            "The sender was cut off while it spoke to the mail server. It is not sent again by itself, so that nobody gets it twice.");
            case "invitation_refused" ->
                    new AttentionWords(
                            "The mail server refused the invitation",
                            detail == null ? "Check the address in Entra." : detail);
            default ->
                    new AttentionWords(
                            "It can’t be written",
                            detail == null
                                    ? "It is tried again with the next change of this person."
                                    : detail);
        };
    }
}
