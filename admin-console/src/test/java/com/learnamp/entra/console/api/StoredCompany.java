package com.learnamp.entra.console.api;

import static io.restassured.RestAssured.given;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.CompanyId;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company of a test's own, its people and teams put there as the store's administrator. */
record StoredCompany(CompanyId id) {

    static StoredCompany create() {
        return new StoredCompany(
                new CompanyId(insert("learnamp.companies", Map.of("name", "Marlowe Hythe"), "id")));
    }

    /** A viewer who is confirmed, unless the columns say otherwise. */
    long person(String email, Map<String, Object> columns) {
        Map<String, Object> row =
                Stream.of(
                                Map.<String, Object>of(
                                        "company_id", id.value(),
                                        "email", email,
                                        "first_name", "Ada",
                                        "last_name", "Lovelace",
                                        "time_zone", "London",
                                        "language", "en",
                                        "status", "confirmed",
                                        "status_at", Instant.parse("2016-11-29T12:00:00Z")),
                                columns)
                        .flatMap(map -> map.entrySet().stream())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (_, last) -> last));
        return insert("learnamp.users", row, "id");
    }

    long person(String email) {
        return person(email, Map.of());
    }

    long team(String name, Map<String, Object> columns) {
        Map<String, Object> row =
                Stream.of(Map.<String, Object>of("company_id", id.value(), "name", name), columns)
                        .flatMap(map -> map.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return insert("learnamp.teams", row, "id");
    }

    void secondaryMember(long team, long person) {
        insert(
                "learnamp.secondary_team_users",
                Map.of("company_id", id.value(), "team_id", team, "user_id", person),
                "user_id");
    }

    void secondaryManager(long team, long person) {
        insert(
                "learnamp.secondary_team_managers",
                Map.of("company_id", id.value(), "team_id", team, "user_id", person),
                "user_id");
    }

    String token(String... scopes) {
        return token(id, Instant.now().plusSeconds(600), scopes);
    }

    RequestSpecification caller() {
        return caller(Scopes.USERS_READ, Scopes.TEAMS_READ);
    }

    RequestSpecification caller(String... scopes) {
        return given().auth().oauth2(token(scopes)).urlEncodingEnabled(true);
    }

    static String token(@Nullable CompanyId company, Instant expiresAt, String... scopes) {
        String token = OpaqueToken.create();
        execute(
                """
                WITH client AS (
                    INSERT INTO learnamp.api_clients (client_id, company_id, name, secret_hash, scopes)
                    VALUES (?, ?, 'A test', '-', ?::text[]) RETURNING client_id, company_id, scopes)
                INSERT INTO learnamp.access_tokens (token_hash, client_id, company_id, scopes, expires_at)
                SELECT ?, client_id, company_id, scopes, ? FROM client
                """,
                "client of " + token,
                company == null ? null : company.value(),
                Stream.of(scopes).collect(Collectors.joining(",", "{", "}")),
                OpaqueToken.hash(token),
                expiresAt);
        return token;
    }

    /** The first column of each row, as the administrator sees it. */
    List<String> texts(String sql, Object... parameters) {
        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long insert(String table, Map<String, Object> row, String key) {
        List<String> columns = List.copyOf(row.keySet());
        String sql =
                "INSERT INTO %s (%s) VALUES (%s) RETURNING %s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream().map(_ -> "?").collect(Collectors.joining(", ")),
                                key);
        try (Connection connection = BackingServices.connectToStore();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, columns.stream().map(row::get).toArray());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            @Nullable Object parameter = parameters[i];
            switch (parameter) {
                case null -> statement.setNull(i + 1, Types.BIGINT);
                case Instant instant ->
                        statement.setObject(
                                i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
                default -> statement.setObject(i + 1, parameter);
            }
        }
    }
}
