package com.learnamp.entra.contracts;

import java.util.Map;

/**
 * The envelope of a {@link UserEvent} on Kafka: CloudEvents 1.0 in binary content mode, so that the
 * record's value is the event's data and its headers are the rest.
 */
public final class UserEventHeaders {

    private static final String SPECIFICATION = "1.0";
    private static final String JSON = "application/json";

    private UserEventHeaders() {}

    /**
     * @param changeNumber the person's change counter after the change
     * @return by header name; values as UTF-8
     */
    public static Map<String, String> of(UserEvent event, long changeNumber) {
        return Map.of(
                "ce_specversion",
                SPECIFICATION,
                "ce_id",
                Long.toString(changeNumber),
                "ce_source",
                "/companies/" + event.company() + "/users/" + event.user(),
                "ce_type",
                UserEvent.TYPE_PREFIX + change(event) + ".v1",
                "ce_time",
                event.at().toString(),
                "content-type",
                JSON);
    }

    private static String change(UserEvent event) {
        return switch (event) {
            case UserEvent.Created created -> "created";
            case UserEvent.Updated updated -> "updated";
            case UserEvent.Deactivated deactivated -> "deactivated";
            case UserEvent.Reactivated reactivated -> "reactivated";
            case UserEvent.Erased erased -> "erased";
        };
    }
}
