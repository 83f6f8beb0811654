package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever is to be erased leaves before, as by a deactivation: what he managed goes to an Owner,
 * and whoever follows the events sees him leave.
 */
public final class LeaveForGood {

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * @param nextChange the number of the event that tells that he was erased
         */
        record Left(String email, long nextChange) implements Outcome {}

        /** Nothing was done: without him nobody could administer the company. */
        record LastOwner() implements Outcome {}

        record NotThere() implements Outcome {}
    }

    private LeaveForGood() {}

    /**
     * The caller holds the company's lock.
     *
     * @param by who wants it so
     */
    public static Outcome leave(
            StoreTransaction transaction, CompanyId company, long person, String by, Instant now)
            throws SQLException {
        Optional<ChangedUser> found = StoredUsers.byId(transaction, person);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        ChangedUser leaver = found.get();
        if (leaver.isActiveOwner()
                && StoredUsers.activeOwners(transaction).equals(List.of(person))) {
            return new Outcome.LastOwner();
        }
        List<ChangedUser> changed = new ArrayList<>();
        if (leaver.isActive()) {
            changed.add(leaver);
            changed.addAll(LeaveCompany.leave(transaction, leaver));
        } else {
            changed.addAll(LeaveCompany.handOverAll(transaction, leaver));
        }
        new SaveUsers(transaction, company, by, now).save(changed);
        ChangedUser left = StoredUsers.byId(transaction, person).orElseThrow();
        return new Outcome.Left(String.valueOf(left.get(UserField.EMAIL)), left.changeNumber());
    }
}
