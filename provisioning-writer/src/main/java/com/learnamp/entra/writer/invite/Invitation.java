package com.learnamp.entra.writer.invite;

/**
 * Somebody to invite, claimed by this sender.
 *
 * @param attempts this one included
 */
record Invitation(
        long userId,
        String email,
        String firstName,
        String language,
        String companyName,
        int attempts) {

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "Invitation[" + userId + "]";
    }
}
