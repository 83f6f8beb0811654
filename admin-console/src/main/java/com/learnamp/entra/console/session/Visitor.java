package com.learnamp.entra.console.session;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.UserRole;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param name as it is shown, and kept beside what he does
 * @param company an admin's own; the one that staff have opened, if they have opened one
 * @param csrfToken what his forms carry
 */
public record Visitor(Who who, String name, @Nullable CompanyId company, String csrfToken) {

    /** What he is. */
    public sealed interface Who {

        /** An Owner or Admin in Learn Amp. */
        record Admin(long userId, UserRole role) implements Who {}

        /** Learn Amp's operations. */
        record Staff(long staffId) implements Who {}
    }

    public Visitor {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(csrfToken, "csrfToken");
    }

    public boolean isStaff() {
        return who instanceof Who.Staff;
    }

    /** Where his pages of the company begin: staff carry the company in the address. */
    public String home() {
        return isStaff() && company != null ? "/ops/companies/" + company : "";
    }

    /** Operations in a company: what is done there is for its own admins to do. */
    public boolean isOnlyLooking() {
        return isStaff() && company != null;
    }

    public Optional<CompanyId> openCompany() {
        return Optional.ofNullable(company);
    }

    Visitor opening(CompanyId opened) {
        return new Visitor(who, name, opened, csrfToken);
    }

    /** A name is personal data. */
    @Override
    public String toString() {
        return "Visitor[" + who + "]";
    }
}
