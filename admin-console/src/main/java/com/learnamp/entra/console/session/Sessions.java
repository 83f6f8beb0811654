package com.learnamp.entra.console.session;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoredRow;
import com.learnamp.entra.store.UserRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions, kept in the store: any instance knows them, and signing out ends them. */
@ApplicationScoped
public class Sessions {

    private static final String OPEN =
            """
            INSERT INTO learnamp.sessions (token_hash, company_id, user_id, staff_id, csrf_token, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FIND =
            """
            SELECT s.company_id, s.user_id, s.staff_id, s.csrf_token, t.name
            FROM learnamp.sessions s LEFT JOIN learnamp.staff t ON t.id = s.staff_id
            WHERE s.token_hash = ? AND s.expires_at > ?
            """;

    /** Whoever is no admin any more, or deactivated, is out at once. */
    private static final String ADMIN =
            """
            SELECT first_name, last_name, role FROM learnamp.users
            WHERE company_id = ? AND id = ? AND role IN ('admin', 'owner') AND status <> 'deactivated'
            """;

    private static final String CLOSE = "DELETE FROM learnamp.sessions WHERE token_hash = ?";

    private final CompanyScope scope;
    private final SessionConfig config;
    private final Clock clock;

    Sessions(CompanyScope scope, SessionConfig config, Clock clock) {
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    /** Whose session it is. */
    public sealed interface Holder {

        record Admin(CompanyId company, long userId) implements Holder {}

        record Staff(long staffId) implements Holder {}
    }

    private record Stored(
            @Nullable Long company,
            @Nullable Long user,
            @Nullable Long staff,
            String csrfToken,
            @Nullable String staffName) {}

    /**
     * @return the token for the cookie, which is nowhere else
     */
    public String open(Holder holder) {
        String token = SessionToken.create();
        switch (holder) {
            case Holder.Admin(CompanyId company, long userId) ->
                    insert(token, company.value(), userId, null);
            case Holder.Staff(long staffId) -> insert(token, null, null, staffId);
        }
        return token;
    }

    public Optional<Visitor> find(String token) {
        Optional<Stored> session =
                scope.ofNoCompany(transaction ->
                        transaction.first(
                                FIND, Sessions::stored, SessionToken.hash(token), clock.instant()));
        return session.flatMap(this::visitor);
    }

    public void close(String token) {
        scope.ofNoCompany(
                transaction -> transaction.update(CLOSE, (Object) SessionToken.hash(token)));
    }

    private void insert(
            String token, @Nullable Long company, @Nullable Long user, @Nullable Long staff) {
        scope.ofNoCompany(transaction ->
                transaction.update(
                        OPEN,
                        SessionToken.hash(token),
                        company,
                        user,
                        staff,
                        SessionToken.create(),
                        clock.instant(),
                        clock.instant().plus(config.lifetime())));
    }

    private Optional<Visitor> visitor(Stored session) {
        if (session.staff() != null && session.staffName() != null) {
            return Optional.of(
                    new Visitor(
                            new Visitor.Who.Staff(session.staff()),
                            session.staffName(),
                            null,
                            session.csrfToken()));
        }
        if (session.company() == null || session.user() == null) {
            return Optional.empty();
        }
        return admin(new CompanyId(session.company()), session.user(), session.csrfToken());
    }

    private Optional<Visitor> admin(CompanyId company, long user, String csrfToken) {
        return scope.of(
                company,
                transaction ->
                        transaction.first(
                                ADMIN,
                                row ->
                                        new Visitor(
                                                new Visitor.Who.Admin(
                                                        user,
                                                        UserRole.ofCode(row.text("role"))
                                                                .orElseThrow()),
                                                row.text("first_name")
                                                        + " "
                                                        + row.text("last_name"),
                                                company,
                                                csrfToken),
                                company.value(),
                                user));
    }

    private static Stored stored(StoredRow row) throws SQLException {
        return new Stored(
                row.maybeNumber("company_id"),
                row.maybeNumber("user_id"),
                row.maybeNumber("staff_id"),
                row.text("csrf_token"),
                row.maybeText("name"));
    }
}
