package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What user-mapper asks of provisioning-writer, in the live lane or the bulk lane. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(UpsertUser.class),
    @JsonSubTypes.Type(DeactivateUser.class),
    @JsonSubTypes.Type(RejectUser.class),
    @JsonSubTypes.Type(RunEnded.class)
})
public sealed interface ProvisioningCommand extends Message permits UserCommand, RunEnded {

    CompanyId company();

    /** Of the settings that it was made with; the writer discards older ones. */
    long revision();
}
