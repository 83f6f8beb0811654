package com.learnamp.entra.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a person to be on a list. Each condition is served by an index; a list of them
 * means all of them.
 */
public sealed interface IndividualCondition {

    /** The address, whatever its case. */
    record EmailIs(String email) implements IndividualCondition {
        public EmailIs {
            email = email.toLowerCase(Locale.ROOT);
        }
    }

    record IntegrationExternalIdIs(String id) implements IndividualCondition {
        public IntegrationExternalIdIs {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Whatever the case. */
    record FirstNameContains(String part) implements IndividualCondition {
        public FirstNameContains {
            Objects.requireNonNull(part, "part");
        }
    }

    /** Whatever the case. */
    record LastNameContains(String part) implements IndividualCondition {
        public LastNameContains {
            Objects.requireNonNull(part, "part");
        }
    }

    /** In the first name, the last name or the address, whatever the case. */
    record NameOrEmailContains(String part) implements IndividualCondition {
        public NameOrEmailContains {
            Objects.requireNonNull(part, "part");
        }
    }

    record RoleIs(UserRole role) implements IndividualCondition {
        public RoleIs {
            Objects.requireNonNull(role, "role");
        }
    }

    /** Neither a primary team nor a secondary one. */
    record WithoutTeam() implements IndividualCondition {}

    /** Primary team or secondary. */
    record InAnyTeam(Set<Long> teams) implements IndividualCondition {
        public InAnyTeam {
            teams = Set.copyOf(teams);
        }
    }

    record StatusIn(Set<UserStatus> statuses) implements IndividualCondition {
        public StatusIn {
            statuses = Set.copyOf(statuses);
        }
    }

    /**
     * @param from the first instant that counts; null for no bound
     * @param before the first instant that counts no more; null for no bound
     */
    record Between(Moment moment, @Nullable Instant from, @Nullable Instant before)
            implements IndividualCondition {
        public Between {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /** The times that a person carries. */
    enum Moment {
        CREATED_AT,
        UPDATED_AT,
        /** Only the deactivated have one. */
        DEACTIVATED_AT
    }
}
