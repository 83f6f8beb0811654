package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What graph-fetcher tells user-mapper, in the live lane or the bulk lane. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(UserSnapshot.class),
    @JsonSubTypes.Type(UserOutOfScope.class),
    @JsonSubTypes.Type(RunEnded.class)
})
public sealed interface UserMessage extends Message permits UserSnapshot, UserOutOfScope, RunEnded {

    CompanyId company();

    /** Of the settings that it was read with. */
    long revision();
}
