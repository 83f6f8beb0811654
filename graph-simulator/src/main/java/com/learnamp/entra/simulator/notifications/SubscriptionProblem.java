package com.learnamp.entra.simulator.notifications;

/** Why a subscription is refused, as Graph says it. */
public final class SubscriptionProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    SubscriptionProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static SubscriptionProblem invalid(String message) {
        return new SubscriptionProblem(400, "InvalidRequest", message);
    }

    public static SubscriptionProblem gone() {
        return new SubscriptionProblem(404, "ResourceNotFound", "The object was not found.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
