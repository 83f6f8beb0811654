package com.learnamp.entra.console.parked;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what is parked. */
@MessageBundle("parked")
public interface ParkedWords {

    @Message("Parked messages")
    String parked();

    @Message(
            "What a service could not use, so that it held up nobody. Whatever something newer makes needless leaves the list by itself, and after seven days everything does.")
    String pageText();

    @Message("Nothing is parked")
    String nothing();

    @Message("Messages that can’t be read or applied are listed here, with the reason.")
    String nothingText();

    @Message("Message")
    String record();

    @Message("Why")
    String why();

    @Message("Since")
    String since();

    @Message("Tried {count} times")
    String attempts(int count);

    @Message("Try again")
    String retry();

    @Message("Try all of this reason again")
    String retryAll();

    @Message("Drop")
    String drop();

    @Message("Note")
    String note();

    @Message("Find by key, reason or topic")
    String find();

    @Message("Search")
    String search();

    @Message("Next")
    String next();
}
