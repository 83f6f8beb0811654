package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.receiver.GraphItem.ResourceData;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom or what an item is about. */
sealed interface ChangedResource {

    record User(EntraObjectId id) implements ChangedResource {}

    record Group(EntraObjectId id) implements ChangedResource {}

    /** Nothing that we follow. */
    record Other() implements ChangedResource {}

    /**
     * {@code Users/{id}} and {@code Groups/{id}}, whose first letters Graph itself writes large.
     */
    Pattern FORM =
            Pattern.compile("/?(users|groups)(?:/([^/]*))?(?:/.*)?", Pattern.CASE_INSENSITIVE);

    static ChangedResource of(@Nullable String resource, ResourceData data) {
        Matcher path = FORM.matcher(resource == null ? "" : resource.strip());
        boolean isPath = path.matches();
        Optional<UUID> id =
                Guids.in(data.id()).or(() -> isPath ? Guids.in(path.group(2)) : Optional.empty());
        String kind = isPath ? path.group(1) : data.type() == null ? "" : data.type();
        if (id.isEmpty()) {
            return new Other();
        }
        EntraObjectId object = new EntraObjectId(id.get());
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "users", "#microsoft.graph.user" -> new User(object);
            case "groups", "#microsoft.graph.group" -> new Group(object);
            default -> new Other();
        };
    }
}
