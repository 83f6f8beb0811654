package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes people as a program of the company asks: by hand, as far as provisioning is concerned,
 * which overrides what it syncs at its next run.
 *
 * <table>
 *   <caption>The flow</caption>
 *   <tr><td>in</td><td>requests of {@code /v1/users}</td></tr>
 *   <tr><td>out</td><td>people, their history, and events through the outbox</td></tr>
 *   <tr><td>state</td><td>{@code learnamp.users}, {@code learnamp.secondary_team_users}</td></tr>
 *   <tr><td>duplicates</td><td>what changes nothing writes nothing and tells nobody; a second
 *       creation finds the address taken</td></tr>
 *   <tr><td>order</td><td>that of the company's lock</td></tr>
 *   <tr><td>permanent failure</td><td>400, 404 or 422 that names what is wrong</td></tr>
 *   <tr><td>transient failure</td><td>a 5xx and nothing changed; the program asks again</td></tr>
 * </table>
 */
@ApplicationScoped
class ChangeUsers {

    /** Whom a request is about. */
    interface Finder {

        Optional<ChangedUser> in(StoreTransaction transaction) throws SQLException;
    }

    private static final String INSERT =
            """
            INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language, created_at)
            SELECT c.id, ?, ?, ?, c.time_zone, c.language, ? FROM learnamp.companies c
            RETURNING id, time_zone, language
            """;

    private static final String INVITE =
            """
            INSERT INTO provisioning.invitations (company_id, user_id, due_at, requested_by)
            VALUES (?, ?, ?, ?) ON CONFLICT (company_id, user_id) DO NOTHING
            """;

    private final ForTheTokensCompany company;
    private final Clock clock;

    ChangeUsers(ForTheTokensCompany company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /**
     * @return the new person's id
     */
    long create(UserInput input) {
        return company.write((transaction, id) -> {
            RefuseChange.taken(transaction, input.texts(), 0);
            ChangedUser person = insert(transaction, input);
            apply(transaction, person, input);
            saver(transaction, id).save(List.of(person));
            if (input.invite()) {
                transaction.update(
                        INVITE, id.value(), person.id(), clock.instant(), company.client());
            }
            return person.id();
        });
    }

    /**
     * @return the person's id
     */
    long update(Finder finder, UserInput input) {
        return company.write((transaction, id) -> {
            ChangedUser person = finder.in(transaction).orElseThrow(NotFoundException::new);
            RefuseChange.taken(transaction, input.texts(), person.id());
            apply(transaction, person, input);
            if (input.reactivate()) {
                reactivate(person);
            }
            RefuseChange.withoutOwner(transaction, person);
            saver(transaction, id).save(List.of(person));
            return person.id();
        });
    }

    void reactivate(Finder finder) {
        company.write((transaction, id) -> {
            ChangedUser person = finder.in(transaction).orElseThrow(NotFoundException::new);
            reactivate(person);
            saver(transaction, id).save(List.of(person));
            return person.id();
        });
    }

    /** Teams and sign-in end, and those whom the person manages go to an Owner. */
    void deactivate(Finder finder) {
        company.write((transaction, id) -> {
            ChangedUser person = finder.in(transaction).orElseThrow(NotFoundException::new);
            if (person.isActive()) {
                List<ChangedUser> changed = new ArrayList<>();
                changed.add(person);
                changed.addAll(LeaveCompany.leave(transaction, person));
                RefuseChange.withoutOwner(transaction, person);
                saver(transaction, id).save(changed);
            }
            return person.id();
        });
    }

    private ChangedUser insert(StoreTransaction transaction, UserInput input) throws SQLException {
        return transaction
                .first(
                        INSERT,
                        row -> {
                            ChangedUser person =
                                    new ChangedUser(row.number("id"), 0, null, Map.of(), Map.of());
                            person.set(UserField.TIME_ZONE, row.text("time_zone"));
                            person.set(UserField.LANGUAGE, row.text("language"));
                            person.set(UserField.ROLE, "viewer");
                            person.set(UserField.STATUS, UserStatus.NOT_INVITED.code());
                            return person;
                        },
                        input.texts().get(UserField.EMAIL),
                        input.texts().get(UserField.FIRST_NAME),
                        input.texts().get(UserField.LAST_NAME),
                        clock.instant())
                .orElseThrow();
    }

    private static void apply(StoreTransaction transaction, ChangedUser person, UserInput input)
            throws SQLException {
        input.texts().forEach((field, text) -> person.set(field, text.isEmpty() ? null : text));
        RefuseChange.unknownOccupation(transaction, person);
        ResolveReferences.of(transaction, person, input);
        CustomFieldsOfCompany.set(transaction, person, input.customFields());
    }

    private static void reactivate(ChangedUser person) {
        if (!person.isActive()) {
            @Nullable String before = person.get(UserField.STATUS_BEFORE_DEACTIVATION);
            person.set(UserField.STATUS, before == null ? UserStatus.NOT_INVITED.code() : before);
            person.set(UserField.STATUS_BEFORE_DEACTIVATION, null);
        }
    }

    private SaveUsers saver(StoreTransaction transaction, CompanyId id) {
        return new SaveUsers(transaction, id, company.client(), clock.instant());
    }
}
