package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/**
 * The last word of a run: follows its last message in the company's bulk partition, through the
 * mapper to the writer.
 *
 * @param requestedAt when the run was asked for
 * @param firstVersion everybody whom the run saw has this version or a newer one
 * @param people how many in scope the run published
 */
@JsonTypeName("run-ended")
public record RunEnded(
        CompanyId company,
        SyncRunId run,
        RunTrigger trigger,
        long revision,
        Instant requestedAt,
        Version firstVersion,
        long people,
        Outcome outcome,
        Instant endedAt)
        implements UserMessage, ProvisioningCommand {

    public RunEnded {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(firstVersion, "firstVersion");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(endedAt, "endedAt");
    }

    @Override
    public RecordKey key() {
        return RecordKey.ofRun(company);
    }

    /** How the listing ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(Outcome.Complete.class),
        @JsonSubTypes.Type(Outcome.Failed.class),
        @JsonSubTypes.Type(Outcome.Superseded.class)
    })
    public sealed interface Outcome {

        /** The listing was proved complete. */
        @JsonTypeName("complete")
        record Complete() implements Outcome {}

        /**
         * It could not be had; whatever was published of it stands, and nobody is out of scope
         * because of it.
         *
         * @param category of the failure, for machines (graph-client's names)
         * @param message what an admin reads: what is wrong and what to do
         */
        @JsonTypeName("failed")
        record Failed(String category, String message) implements Outcome {
            public Failed {
                Objects.requireNonNull(category, "category");
                Objects.requireNonNull(message, "message");
            }
        }

        /** Newer settings came; their own run follows. */
        @JsonTypeName("superseded")
        record Superseded() implements Outcome {}
    }
}
