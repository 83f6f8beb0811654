package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.input.StoredWords;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the set-up page says to somebody who comes back to it. */
public enum BindingNotice {
    BOUND(true),
    ASKED(true),
    ACCEPTED(true),
    DECLINED(true),
    AUTHORISED(true),
    OTHER_TENANT(false),
    NOT_ADMINISTRATOR(false),
    TURNED_BACK(false),
    NOT_BEGUN(false),
    NOT_WANTED(false),
    UNTRUE(false),
    UNREACHABLE(false),
    NOT_AUTHORISED(false),
    AUTHORISED_ELSEWHERE(false);

    private final boolean good;

    BindingNotice(boolean good) {
        this.good = good;
    }

    public boolean isGood() {
        return good;
    }

    String word() {
        return StoredWords.of(this);
    }

    /** As an address says it. */
    public static Optional<BindingNotice> of(String word) {
        return Stream.of(values())
                .filter(notice -> notice.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
