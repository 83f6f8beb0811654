package com.learnamp.entra.console.why;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as Learn Amp has him, and what was decided of him.
 *
 * @param objectId of the account in Entra; null for whoever only Learn Amp has
 * @param user null for somebody who is not in Learn Amp
 * @param ledger what the sync decided last; null if it never heard of him
 * @param hold null if nobody protects him
 * @param withheld what is kept back of him
 * @param attention what needs somebody
 * @param erased whether the account is kept away, since an admin has erased who it was
 */
record StoredPerson(
        @Nullable UUID objectId,
        @Nullable User user,
        @Nullable Ledger ledger,
        @Nullable Hold hold,
        List<Withheld> withheld,
        List<Attention> attention,
        boolean erased) {

    /** In Learn Amp. */
    record User(long id, String name, String email, String status, String role) {

        @JsonIgnore
        boolean isActive() {
            return !status.equals("deactivated");
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "User[" + id + "]";
        }
    }

    /**
     * @param state in_scope, out_of_scope, rejected
     * @param claimedEmail an address that he waits for
     * @param holder who has it; null for nobody
     */
    record Ledger(
            String state,
            Instant observedAt,
            @Nullable String claimedEmail,
            @Nullable Long holder,
            @Nullable String holderName) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Ledger[" + state + "]";
        }
    }

    /**
     * @param until null: until somebody releases him
     */
    record Hold(String reason, String heldBy, @Nullable Instant until) {}

    /**
     * @param kind deactivation, creation, invitation, clearing
     * @param state grace, review, held, rejected …
     */
    record Withheld(
            String kind,
            String state,
            String reason,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable UUID review) {}

    /** Something that needs somebody. */
    record Attention(String reason, @Nullable String detail, Instant since) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Attention[" + reason + "]";
        }
    }

    StoredPerson {
        withheld = List.copyOf(withheld);
        attention = List.copyOf(attention);
    }

    boolean isActive() {
        return user != null && user.isActive();
    }

    boolean isKeptBack(String kind) {
        return withheld.stream()
                .anyMatch(one ->
                        one.kind().equals(kind)
                                && (one.state().equals("grace")
                                        || one.state().equals("review")
                                        || one.state().equals("held")
                                        || one.state().equals("rejected")));
    }

    boolean isIn(String state) {
        return ledger != null && ledger.state().equals(state);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "StoredPerson[" + objectId + "]";
    }
}
