package com.learnamp.entra.writer.invite;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.mail.Delivery;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.LoadPeople;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.SavePeople;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.people.UserStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down what became of the invitations that were claimed. */
@ApplicationScoped
class RecordDeliveries {

    private static final Set<String> BEFORE =
            Set.of(UserStatus.NOT_INVITED, UserStatus.INVITE_SCHEDULED);
    private static final int GROWTH = 4;

    private final InvitationsConfig config;

    RecordDeliveries(InvitationsConfig config) {
        this.config = config;
    }

    boolean record(
            CompanyTransaction transaction, Map<Invitation, Delivery> deliveries, Instant now)
            throws SQLException {
        List<Long> sent = new ArrayList<>();
        for (Map.Entry<Invitation, Delivery> one : deliveries.entrySet()) {
            long user = one.getKey().userId();
            switch (one.getValue()) {
                case Delivery.Sent delivered -> sent.add(user);
                case Delivery.Refused refused ->
                        refused(transaction, one.getKey(), refused.why(), now);
                case Delivery.Unreachable unreachable ->
                        Invitations.set(
                                transaction,
                                user,
                                "due",
                                now.plus(config.firstPause()),
                                "the mail server can't be reached",
                                1);
                case Delivery.Unknown unknown -> unknown(transaction, user, unknown.why(), now);
            }
        }
        if (!sent.isEmpty()) {
            Invitations.sent(transaction, sent, now);
            tell(transaction, sent, now);
        }
        return true;
    }

    private static void tell(CompanyTransaction transaction, List<Long> sent, Instant now)
            throws SQLException {
        People people = new People();
        LoadPeople.users(transaction, people, sent);
        for (long user : sent) {
            people.withId(user)
                    .filter(person -> BEFORE.contains(person.get(UserField.STATUS)))
                    .ifPresent(person ->
                            person.set(
                                    UserField.STATUS,
                                    UserStatus.INVITE_PENDING,
                                    Cause.ofInvitation()));
        }
        SavePeople.save(transaction, people.changes(), now);
    }

    private void refused(
            CompanyTransaction transaction, Invitation invitation, String why, Instant now)
            throws SQLException {
        boolean again = invitation.attempts() < config.mostAttempts();
        Invitations.set(
                transaction,
                invitation.userId(),
                again ? "due" : "refused",
                now.plus(pause(invitation.attempts())),
                why,
                0);
        if (!again) {
            Invitations.raise(
                    transaction, List.of(invitation.userId()), Invitations.REFUSED, why, now);
        }
    }

    private static void unknown(CompanyTransaction transaction, long user, String why, Instant now)
            throws SQLException {
        Invitations.set(transaction, user, "unknown", now, why, 0);
        Invitations.raise(transaction, List.of(user), Invitations.UNKNOWN, why, now);
    }

    private Duration pause(int attempts) {
        return config.firstPause().multipliedBy((long) Math.pow(GROWTH, attempts - 1));
    }
}
