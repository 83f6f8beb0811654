package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What admin-console asks of graph-fetcher. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(SyncRequest.FullSync.class),
    @JsonSubTypes.Type(SyncRequest.LookUpUser.class),
    @JsonSubTypes.Type(SyncRequest.CheckConnection.class),
    @JsonSubTypes.Type(SyncRequest.ReadSample.class),
    @JsonSubTypes.Type(SyncRequest.ForgetUser.class),
    @JsonSubTypes.Type(SyncRequest.ExplainPerson.class)
})
public sealed interface SyncRequest extends Message {

    CompanyId company();

    Instant requestedAt();

    /**
     * List everybody in the company's scope.
     *
     * @param revision of the settings that the run was asked for with
     */
    @JsonTypeName("full-sync")
    record FullSync(
            CompanyId company,
            SyncRunId run,
            long revision,
            RunTrigger trigger,
            Instant requestedAt)
            implements SyncRequest {

        public FullSync {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.ofRun(company);
        }
    }

    /** Look at one person now, in the live lane. */
    @JsonTypeName("look-up-user")
    record LookUpUser(CompanyId company, EntraObjectId user, Reason reason, Instant requestedAt)
            implements SyncRequest {

        /** Why somebody is looked at. */
        public enum Reason {
            /** An admin asked for this person. */
            ADMIN,
            /** Bound and active, yet untouched by a complete run. */
            UNTOUCHED_BY_RUN,
            /**
             * What was kept back of him may be due: a grace period or a hold has ended, or an admin
             * has approved.
             */
            KEPT_BACK
        }

        public LookUpUser {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(company, user);
        }
    }

    /**
     * See whether this tenant and this group can be read; the answer is a row in {@code
     * directory.connection_check}.
     */
    @JsonTypeName("check-connection")
    record CheckConnection(
            CompanyId company,
            UUID check,
            EntraTenantId tenant,
            EntraObjectId group,
            Instant requestedAt)
            implements SyncRequest {

        public CheckConnection {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(check, "check");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(company);
        }
    }

    /**
     * Read some people with these attributes, so that a mapping can be tried before it is saved;
     * the answer is a row in {@code directory.samples}.
     *
     * @param attributes as mappings name them, beside the standard ones
     * @param people whom to read; none: some of the group
     */
    @JsonTypeName("read-sample")
    record ReadSample(
            CompanyId company,
            UUID sample,
            EntraTenantId tenant,
            EntraObjectId group,
            List<String> attributes,
            List<EntraObjectId> people,
            Instant requestedAt)
            implements SyncRequest {

        public ReadSample {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(sample, "sample");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(group, "group");
            attributes = List.copyOf(attributes);
            people = List.copyOf(people);
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(company);
        }
    }

    /**
     * Somebody was erased: forget him, and put tombstones over what was told of him, in both lanes.
     */
    @JsonTypeName("forget-user")
    record ForgetUser(CompanyId company, EntraObjectId user, Instant requestedAt)
            implements SyncRequest {

        public ForgetUser {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(company, user);
        }
    }

    /**
     * Tell what Entra says now about somebody, and by which chain of groups he is in scope; the
     * answer is a row in {@code directory.explanations}.
     *
     * @param about an address, an object id, or the beginning of a name
     * @param known those of whom Learn Amp knows that it is them; told of whatever is found
     */
    @JsonTypeName("explain-person")
    record ExplainPerson(
            CompanyId company,
            UUID question,
            EntraTenantId tenant,
            EntraObjectId group,
            String about,
            List<EntraObjectId> known,
            Instant requestedAt)
            implements SyncRequest {

        public ExplainPerson {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(about, "about");
            known = List.copyOf(known);
            Objects.requireNonNull(requestedAt, "requestedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(company);
        }

        /** A name or an address: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "ExplainPerson[" + company + ", " + question + "]";
        }
    }
}
