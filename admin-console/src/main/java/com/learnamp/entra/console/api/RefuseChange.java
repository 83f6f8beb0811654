package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must not become of people, in the documented words. The caller holds the company's lock. */
final class RefuseChange {

    private static final int UNPROCESSABLE = 422;

    private RefuseChange() {}

    /** Addresses and external ids are one person's. */
    static void taken(StoreTransaction transaction, Map<UserField, String> texts, long self)
            throws SQLException {
        taken(
                transaction,
                "SELECT id FROM learnamp.users WHERE email = ? AND id <> ?",
                texts.getOrDefault(UserField.EMAIL, ""),
                self,
                "email",
                "Email");
        taken(
                transaction,
                "SELECT id FROM learnamp.users WHERE integration_external_id = ? AND id <> ?",
                texts.getOrDefault(UserField.EXTERNAL_ID, ""),
                self,
                "integrationExternalId",
                "Integration external id");
    }

    private static void taken(
            StoreTransaction transaction,
            String sql,
            String value,
            long self,
            String parameter,
            String inWords)
            throws SQLException {
        if (!value.isEmpty()
                && transaction.first(sql, row -> row.number("id"), value, self).isPresent()) {
            throw new InvalidParameters(
                    "Validation failed: " + inWords + " has already been taken",
                    Map.of(parameter, List.of("has already been taken")));
        }
    }

    /** Roles of the skills matrix are made in Learn Amp: known is one that somebody has. */
    static void unknownOccupation(StoreTransaction transaction, ChangedUser person)
            throws SQLException {
        @Nullable String role = person.get(UserField.OCCUPATION_ROLE);
        if (role != null
                && person.differs(UserField.OCCUPATION_ROLE)
                && transaction
                        .first(
                                "SELECT id FROM learnamp.users WHERE occupation_role = ? LIMIT 1",
                                row -> row.number("id"),
                                role)
                        .isEmpty()) {
            throw unprocessable("occupationRole does not match an existing role in your company");
        }
    }

    static void withoutOwner(StoreTransaction transaction, ChangedUser person) throws SQLException {
        if (person.wasActiveOwner()
                && !person.isActiveOwner()
                && Objects.equals(StoredUsers.activeOwners(transaction), List.of(person.id()))) {
            throw unprocessable("At least one Owner must stay active");
        }
    }

    private static WebApplicationException unprocessable(String error) {
        return new WebApplicationException(
                Response.status(UNPROCESSABLE)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(ErrorAnswer.of(error))
                        .build());
    }
}
