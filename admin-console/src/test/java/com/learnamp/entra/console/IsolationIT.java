package com.learnamp.entra.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query that forgets its company shows and changes nothing of another, whichever service makes
 * it: the database sees to it.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class IsolationIT {

    /** PostgreSQL: insufficient_privilege. */
    private static final String FORBIDDEN = "42501";

    private static final String SERVICES =
            "VALUES ('graph_fetcher'), ('provisioning_writer'), ('photo_sync'), ('admin_console')";

    private static final String OPERATIONS =
            "operations (current_setting('learnamp.operations'::text, true) = 'on'::text)";

    /** What each service may do with each table of companies beyond its transaction's company. */
    private static final String BEYOND =
            """
            SELECT s.role || ' ' || t.table_schema || '.' || t.table_name || ': '
                || coalesce(p.policyname || ' ' || coalesce(p.qual, p.with_check), 'everything')
            FROM (%s) AS s(role)
            CROSS JOIN (SELECT c.table_schema, c.table_name, format('%%I.%%I', c.table_schema, c.table_name) AS name
                        FROM information_schema.columns c
                        JOIN information_schema.tables b USING (table_schema, table_name)
                        WHERE c.column_name = 'company_id' AND b.table_type = 'BASE TABLE'
                          AND c.table_schema IN ('learnamp', 'provisioning', 'directory')) t
            JOIN pg_class k ON k.oid = t.name::regclass
            LEFT JOIN pg_policies p ON k.relrowsecurity AND p.schemaname = t.table_schema
                AND p.tablename = t.table_name AND p.roles && ARRAY[s.role, 'public']::name[]
            WHERE has_any_column_privilege(s.role, t.name, 'SELECT, INSERT, UPDATE')
              AND CASE WHEN k.relrowsecurity THEN
                  p.qual IS DISTINCT FROM '(company_id = learnamp.current_company())' AND p.policyname IS NOT NULL
                  ELSE true END
            ORDER BY 1
            """
                    .formatted(SERVICES);

    private static final List<String> NOBODYS =
            List.of(
                    "CREATE TABLE provisioning.mine (x int)",
                    "CREATE TABLE public.mine (x int)",
                    "CREATE FUNCTION learnamp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "ALTER TABLE learnamp.users ADD COLUMN mine int",
                    "ALTER TABLE learnamp.users DISABLE ROW LEVEL SECURITY",
                    "DROP TABLE provisioning.ledger",
                    "DROP SCHEMA directory CASCADE",
                    "TRUNCATE learnamp.users CASCADE",
                    "DELETE FROM learnamp.users",
                    "DELETE FROM learnamp.companies",
                    "DELETE FROM learnamp.teams",
                    "DELETE FROM provisioning.ledger",
                    "DELETE FROM provisioning.history",
                    "UPDATE provisioning.history SET kind = 'updated'",
                    "DELETE FROM provisioning.sync_runs",
                    "DELETE FROM provisioning.integrations",
                    "CREATE ROLE mine",
                    "ALTER ROLE provisioning_writer SUPERUSER",
                    "COPY learnamp.users TO PROGRAM 'cat'",
                    "COPY learnamp.users TO '/tmp/users'",
                    "SELECT pg_read_file('/etc/hostname')",
                    "SELECT passwd FROM pg_shadow");

    private static final List<String> ANOTHERS =
            List.of(
                    "graph_fetcher: SELECT email FROM learnamp.users",
                    "graph_fetcher: SELECT secret_hash FROM learnamp.api_clients",
                    "graph_fetcher: SELECT object_id FROM provisioning.ledger",
                    "graph_fetcher: UPDATE provisioning.integrations SET revision = 0",
                    "provisioning_writer: SELECT secret_hash FROM learnamp.api_clients",
                    "provisioning_writer: SELECT csrf_token FROM learnamp.sessions",
                    "provisioning_writer: SELECT tenant_id FROM directory.roster",
                    "provisioning_writer: UPDATE provisioning.integrations SET status = 'draft'",
                    "photo_sync: SELECT secret_hash FROM learnamp.api_clients",
                    "photo_sync: SELECT csrf_token FROM learnamp.sessions",
                    "photo_sync: UPDATE learnamp.users SET email = 'x'",
                    "photo_sync: UPDATE provisioning.ledger SET state = 'rejected'",
                    "photo_sync: SELECT tenant_id FROM directory.roster",
                    "admin_console: UPDATE provisioning.ledger SET state = 'rejected'",
                    "admin_console: SELECT tenant_id FROM directory.roster",
                    "admin_console: SELECT epoch FROM directory.tenant_lease",
                    "admin_console: SELECT * FROM provisioning.waiting()");

    private NewCompany own;
    private NewCompany other;

    @BeforeEach
    void createCompanies() {
        own = Operations.createCompany();
        other = Operations.createCompany();
    }

    /** Tokens and sessions tell which company it is; relays and queues serve all of them. */
    @Test
    void whoeverReachesBeyondACompanyIsNamedHere() throws Exception {
        assertThat(
                        texts(BEYOND).stream()
                                .filter(line -> !line.startsWith("graph_fetcher directory.")))
                .containsExactly(
                        "admin_console learnamp.access_tokens: everything",
                        "admin_console learnamp.api_clients: everything",
                        "admin_console learnamp.openid_requests: everything",
                        "admin_console learnamp.sessions: everything",
                        "admin_console provisioning.outbox: relay_of_console (topic = ANY"
                                + " (ARRAY['entra.integrations.v1'::text,"
                                + " 'entra.sync-requests.v1'::text]))",
                        "admin_console provisioning.parked: " + OPERATIONS,
                        "admin_console provisioning.pauses: of_all (company_id IS NULL)",
                        "admin_console provisioning.pauses: " + OPERATIONS,
                        "admin_console provisioning.replay_figures: " + OPERATIONS,
                        "admin_console provisioning.replay_people: " + OPERATIONS,
                        "admin_console provisioning.replays: " + OPERATIONS,
                        "graph_fetcher provisioning.suppressions: fetcher true",
                        "photo_sync provisioning.photo_lookups: queue true",
                        "provisioning_writer provisioning.outbox: relay (topic ="
                                + " 'learnamp.user-events.v1'::text)");
    }

    @Test
    void noServiceCanMoreThanItsGrants() throws Exception {
        assertThat(
                        texts(
                                "SELECT rolname FROM pg_roles WHERE rolname IN ("
                                        + SERVICES
                                        + ") AND (rolsuper OR rolbypassrls OR rolcreaterole OR"
                                        + " rolcreatedb OR rolreplication)"))
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT s.role || ' ' || n.nspname FROM ("
                                        + SERVICES
                                        + ") AS s(role) CROSS JOIN pg_namespace n WHERE n.nspname IN"
                                        + " ('learnamp', 'provisioning', 'directory', 'public') AND"
                                        + " has_schema_privilege(s.role, n.oid, 'CREATE')"))
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT s.role || ' ' || c.oid::regclass FROM ("
                                        + SERVICES
                                        + ") AS s(role) CROSS JOIN pg_class c JOIN pg_namespace n ON"
                                        + " n.oid = c.relnamespace WHERE n.nspname IN ('learnamp',"
                                        + " 'provisioning', 'directory') AND c.relkind = 'r' AND"
                                        + " (has_table_privilege(s.role, c.oid, 'TRUNCATE') OR"
                                        + " pg_get_userbyid(c.relowner) = s.role)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"provisioning_writer", "photo_sync", "admin_console"})
    void nothingOfAnotherCompanyIsSeenOrChanged(String service) throws Exception {
        try (Connection store = BackingServices.connectToStore()) {
            store.setAutoCommit(false);
            become(store, service, own.id());

            assertThat(texts(store, "SELECT DISTINCT company_id::text FROM learnamp.users"))
                    .containsExactly(Long.toString(own.id()));
            assertThat(texts(store, "SELECT email FROM learnamp.users WHERE id = " + other.owner()))
                    .isEmpty();
            assertThat(
                            texts(
                                    store,
                                    "UPDATE learnamp.users SET change_counter = change_counter"
                                            + " WHERE id = "
                                            + other.owner()
                                            + " RETURNING email"))
                    .isEmpty();
            assertThatThrownBy(() ->
                            texts(
                                    store,
                                    "INSERT INTO provisioning.history (company_id, user_id,"
                                            + " change_number, kind, cause, changes, written_at)"
                                            + " VALUES (%d, %d, 99, 'updated', 'admin', '{}', now())"
                                                    .formatted(other.id(), other.owner())
                                            + " RETURNING 'written'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
            store.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"provisioning_writer", "photo_sync", "admin_console"})
    void withoutACompanyThereIsNothing(String service) throws Exception {
        try (Connection store = BackingServices.connectToStore()) {
            store.setAutoCommit(false);
            texts(store, "SELECT set_config('role', '" + service + "', true)");

            assertThat(texts(store, "SELECT email FROM learnamp.users")).isEmpty();
            store.rollback();
        }
    }

    @Test
    void whatNoServiceHasToDoIsRefusedToEach() throws Exception {
        for (String service : texts(SERVICES)) {
            for (String statement : NOBODYS) {
                assertRefused(service, statement);
            }
        }
    }

    @Test
    void whatAnotherServiceHasToDoIsRefused() throws Exception {
        for (String line : ANOTHERS) {
            String[] tried = line.split(": ", 2);
            assertRefused(tried[0], tried[1]);
        }
    }

    private void assertRefused(String service, String statement) throws Exception {
        try (Connection store = BackingServices.connectToStore()) {
            store.setAutoCommit(false);
            become(store, service, own.id());

            assertThatThrownBy(() -> store.createStatement().execute(statement))
                    .as("%s: %s", service, statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(FORBIDDEN));
            store.rollback();
        }
    }

    private static void become(Connection store, String service, long company) throws SQLException {
        texts(
                store,
                "SELECT set_config('learnamp.company_id', '%d', true), set_config('role', '%s', true)"
                        .formatted(company, service));
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection store = BackingServices.connectToStore()) {
            return texts(store, sql);
        }
    }

    private static List<String> texts(Connection store, String sql) throws SQLException {
        try (PreparedStatement statement = store.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
