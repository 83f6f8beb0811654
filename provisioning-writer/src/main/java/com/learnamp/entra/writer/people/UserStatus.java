package com.learnamp.entra.writer.people;

/** The statuses of Learn Amp that this service gives. */
public final class UserStatus {

    public static final String NOT_INVITED = "not_invited";
    public static final String INVITE_SCHEDULED = "invite_scheduled";
    public static final String INVITE_PENDING = "invite_pending";
    public static final String DEACTIVATED = "deactivated";

    private UserStatus() {}
}
