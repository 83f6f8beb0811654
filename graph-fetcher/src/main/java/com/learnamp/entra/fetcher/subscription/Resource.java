package com.learnamp.entra.fetcher.subscription;

import java.util.Locale;

/** What changes are called about. */
enum Resource {
    USERS,
    GROUPS;

    /** As in the notification URL and in {@code directory.subscriptions}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Graph writes it with or without a slash, in any case. */
    boolean isNamed(String resource) {
        String bare = resource.startsWith("/") ? resource.substring(1) : resource;
        return bare.equalsIgnoreCase(text());
    }

    String path() {
        return "/" + text();
    }
}
