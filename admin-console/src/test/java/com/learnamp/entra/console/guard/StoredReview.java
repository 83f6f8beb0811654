package com.learnamp.entra.console.guard;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A review as provisioning-writer opens it, with people who wait in it. */
record StoredReview(NewCompany company, UUID id) {

    static StoredReview open(NewCompany company) {
        UUID id = UUID.randomUUID();
        execute(
                """
                INSERT INTO provisioning.reviews (
                    id, company_id, kind, cause, most_people, window_hours, opened_at, expires_at)
                VALUES (?, ?, 'deactivation', 'over_limit', 20, 24, now(), now() + interval '14 days')
                """,
                id,
                company.id());
        return new StoredReview(company, id);
    }

    String path() {
        return "/api/reviews/" + id;
    }

    String page() {
        return "/reviews/" + id;
    }

    /**
     * @return their object ids
     */
    List<UUID> people(int count) {
        return texts(
                        """
                        WITH made AS (
                            INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language)
                            SELECT ?, gen_random_uuid() || '@marlowe.example', 'Ruth', 'Ainsley', 'London', 'en'
                            FROM generate_series(1, ?) RETURNING company_id, id)
                        INSERT INTO provisioning.withheld (
                            company_id, object_id, kind, state, review_id, user_id, reason, since)
                        SELECT company_id, gen_random_uuid(), 'deactivation', 'review', ?, id, 'left_the_group', now()
                        FROM made RETURNING object_id
                        """,
                        company.id(),
                        count,
                        id)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    UUID person(long user) {
        UUID object = UUID.randomUUID();
        execute(
                """
                INSERT INTO provisioning.withheld (
                    company_id, object_id, kind, state, review_id, user_id, reason, since)
                VALUES (?, ?, 'deactivation', 'review', ?, ?, 'left_the_group', now())
                """,
                company.id(),
                object,
                id,
                user);
        return object;
    }

    long user(UUID object) {
        return Long.parseLong(
                texts("SELECT user_id FROM provisioning.withheld WHERE object_id = ?", object)
                        .getFirst());
    }

    String state(UUID object) {
        return texts(
                        "SELECT state || CASE WHEN approved THEN ' approved' ELSE '' END || CASE WHEN due_at >"
                                + " now() + interval '47 hours' THEN ' later' ELSE '' END FROM"
                                + " provisioning.withheld WHERE object_id = ?",
                        object)
                .getFirst();
    }

    static List<String> texts(String sql, @Nullable Object... parameters) {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = prepared(store, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql, @Nullable Object... parameters) {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = prepared(store, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(
            Connection store, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = store.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
