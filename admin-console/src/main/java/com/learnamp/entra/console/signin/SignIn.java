package com.learnamp.entra.console.signin;

import com.learnamp.entra.console.session.Sessions.Holder;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an address and a password belong to: an Owner or Admin of a company, or Learn Amp's staff.
 * Whether there is such an address can't be told from the answer, nor from the time that it takes.
 */
@ApplicationScoped
class SignIn {

    private static final String NOBODY = BcryptUtil.bcryptHash("nobody has this password");

    private static final String ADMINS =
            """
            SELECT company_id, user_id, password_hash, (SELECT c.name FROM learnamp.all_companies() c WHERE c.id = s.company_id) AS company
            FROM learnamp.sign_in_candidates(?) s
            """;

    private static final String STAFF =
            "SELECT id, password_hash FROM learnamp.staff WHERE email = ?";

    /** Somebody with this address. */
    record Candidate(Holder holder, @Nullable String company, @Nullable String passwordHash) {

        /** Which of several it is, as a form says it. */
        public String key() {
            return switch (holder) {
                case Holder.Admin admin -> admin.company().toString();
                case Holder.Staff staff -> "operations";
            };
        }

        @Override
        public String toString() {
            return "Candidate[" + holder + "]";
        }
    }

    /** What comes of it. */
    sealed interface Outcome {

        record SignedIn(Holder holder) implements Outcome {}

        /** The address and the password are right in several companies. */
        record ChooseCompany(List<Candidate> candidates) implements Outcome {}

        record Refused() implements Outcome {}
    }

    private final CompanyScope scope;
    private final SignInFailures failures;

    SignIn(CompanyScope scope, SignInFailures failures) {
        this.scope = scope;
        this.failures = failures;
    }

    Outcome withPassword(String email, String password, Optional<String> chosen) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        boolean tooMany = failures.isTooMany(address);
        List<Candidate> right = matching(tooMany ? List.of() : candidates(address), password);
        if (right.isEmpty()) {
            failures.add(address);
            return new Outcome.Refused();
        }
        failures.forget(address);
        return choose(right, chosen);
    }

    /** Somebody else has made sure that the address is his. */
    Outcome withProvenAddress(String email, Optional<String> chosen) {
        return choose(candidates(email.strip().toLowerCase(Locale.ROOT)), chosen);
    }

    private static Outcome choose(List<Candidate> right, Optional<String> chosen) {
        List<Candidate> left =
                right.stream()
                        .filter(one -> chosen.isEmpty() || one.key().equals(chosen.get()))
                        .toList();
        return switch (left.size()) {
            case 0 -> new Outcome.Refused();
            case 1 -> new Outcome.SignedIn(left.getFirst().holder());
            default -> new Outcome.ChooseCompany(left);
        };
    }

    private static List<Candidate> matching(List<Candidate> candidates, String password) {
        List<Candidate> withPassword =
                candidates.stream().filter(one -> one.passwordHash() != null).toList();
        if (withPassword.isEmpty()) {
            BcryptUtil.matches(password, NOBODY);
        }
        return withPassword.stream()
                .filter(one -> BcryptUtil.matches(password, one.passwordHash()))
                .toList();
    }

    private List<Candidate> candidates(String address) {
        if (address.indexOf('\0') >= 0) {
            return List.of();
        }
        return scope.ofNoCompany(transaction -> candidates(transaction, address));
    }

    private static List<Candidate> candidates(StoreTransaction transaction, String address)
            throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        candidates.addAll(
                transaction.query(
                        STAFF,
                        row ->
                                new Candidate(
                                        new Holder.Staff(row.number("id")),
                                        null,
                                        row.maybeText("password_hash")),
                        address));
        candidates.addAll(
                transaction.query(
                        ADMINS,
                        row ->
                                new Candidate(
                                        new Holder.Admin(
                                                new CompanyId(row.number("company_id")),
                                                row.number("user_id")),
                                        row.maybeText("company"),
                                        row.maybeText("password_hash")),
                        address));
        return candidates;
    }
}
