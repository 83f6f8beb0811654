package com.learnamp.entra.writer.mail;

/** What became of a mail at the mail server. */
public sealed interface Delivery {

    /** The mail server has it. */
    record Sent() implements Delivery {}

    /**
     * The mail server has not taken it.
     *
     * @param why in words, without personal data
     */
    record Refused(String why) implements Delivery {}

    /** The mail server was not reached, so that nothing was sent. */
    record Unreachable() implements Delivery {}

    /** The conversation broke off: perhaps it was sent. It must not be sent again. */
    record Unknown(String why) implements Delivery {}
}
