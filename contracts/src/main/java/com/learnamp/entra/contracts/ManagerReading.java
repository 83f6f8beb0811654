package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** What is known of somebody's manager: never merely "absent". */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reading")
@JsonSubTypes({
    @JsonSubTypes.Type(ManagerReading.NotRead.class),
    @JsonSubTypes.Type(ManagerReading.None.class),
    @JsonSubTypes.Type(ManagerReading.Is.class)
})
public sealed interface ManagerReading {

    /** Nobody asked, so nothing follows from it. */
    @JsonTypeName("not-read")
    record NotRead() implements ManagerReading {}

    /** Entra was asked and has none. */
    @JsonTypeName("none")
    record None() implements ManagerReading {}

    /** Entra says who; perhaps somebody out of scope, perhaps a contact. */
    @JsonTypeName("is")
    record Is(EntraObjectId manager) implements ManagerReading {
        public Is {
            Objects.requireNonNull(manager, "manager");
        }
    }
}
