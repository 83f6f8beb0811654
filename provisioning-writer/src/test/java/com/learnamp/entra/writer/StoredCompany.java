package com.learnamp.entra.writer;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.Database;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company of a test's own, with an Owner and an active integration, and looks into its rows. */
public final class StoredCompany {

    private static final Rows SHARED = new Rows(BackingServices::connectToStore);

    private final Rows store;
    private final CompanyId id;
    private final long owner;

    private StoredCompany(Rows store, CompanyId id, long owner) {
        this.store = store;
        this.id = id;
        this.owner = owner;
    }

    public static StoredCompany create() {
        return create(SHARED, "by_hand");
    }

    public static StoredCompany invitingAtOnce() {
        return create(SHARED, "immediately");
    }

    public static StoredCompany invitingOnHireDates() {
        return create(SHARED, "on_hire_date");
    }

    /** In a database of the test's own. */
    public static StoredCompany in(Database database) {
        return create(new Rows(database::connect), "by_hand");
    }

    private static StoredCompany create(Rows store, String invitations) {
        long id =
                store.number(
                        "INSERT INTO learnamp.companies (name, time_zone, language) VALUES"
                                + " ('Marlowe Hythe', 'Dublin', 'en') RETURNING id");
        store.execute(
                "INSERT INTO provisioning.integrations (company_id, revision, status, tenant_id,"
                        + " group_id, invitations, saved_by, confirmed_revision) VALUES (?, 1,"
                        + " 'active', ?, ?, ?, 'test', 1)",
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                invitations);
        StoredCompany company = new StoredCompany(store, new CompanyId(id), 0);
        company.guard(0, null);
        return new StoredCompany(
                store,
                company.id,
                company.individual("owner@example.com", Map.of("role", "owner")));
    }

    /**
     * @param mostPeople null: no limit
     */
    public void guard(int graceHours, @Nullable Integer mostPeople) {
        store.execute(
                "INSERT INTO provisioning.guard_settings (company_id, grace_hours, limit_people,"
                        + " window_hours, saved_at, saved_by) VALUES (?, ?, ?, 24, now(), 'test')"
                        + " ON CONFLICT (company_id) DO UPDATE SET grace_hours ="
                        + " excluded.grace_hours, limit_people = excluded.limit_people",
                id.value(),
                graceHours,
                mostPeople);
    }

    /** As after set-up, before an admin has confirmed what the first run would do. */
    public void unconfirmed() {
        store.execute(
                "UPDATE provisioning.integrations SET confirmed_revision = -1 WHERE company_id = ?",
                id.value());
    }

    /** What is kept back of somebody; empty if nothing. */
    public Map<String, @Nullable String> withheld(EntraObjectId object) {
        return store.one(
                        "SELECT * FROM provisioning.withheld WHERE company_id = ? AND object_id"
                                + " = ?",
                        id.value(),
                        object.value())
                .orElse(Map.of());
    }

    public List<Map<String, @Nullable String>> reviews() {
        return store.rows(
                "SELECT * FROM provisioning.reviews WHERE company_id = ? ORDER BY opened_at",
                id.value());
    }

    /**
     * @param json rules by the fields' API names
     */
    public void fieldRules(String json) {
        store.execute(
                "UPDATE provisioning.integrations SET field_rules = ?::jsonb WHERE company_id = ?",
                json,
                id.value());
    }

    /** What was overridden of somebody, in words. */
    public List<String> drift(long user) {
        return store
                .rows(
                        "SELECT change_number || ' ' || field || ': ' || written || ' was ' ||"
                                + " coalesce(found, 'null') AS words FROM provisioning.drift WHERE"
                                + " company_id = ? AND user_id = ? ORDER BY change_number, field",
                        id.value(),
                        user)
                .stream()
                .map(row -> String.valueOf(row.get("words")))
                .toList();
    }

    /** An admin says who somebody is. */
    public void choose(EntraObjectId object, long holder, String choice) {
        store.execute(
                "INSERT INTO provisioning.identity_choices (company_id, object_id, user_id,"
                        + " choice, chosen_by, chosen_at) VALUES (?, ?, ?, ?, 'Helen', now())",
                id.value(),
                object.value(),
                holder,
                choice);
    }

    public CompanyId id() {
        return id;
    }

    public long owner() {
        return owner;
    }

    /** Somebody who is in Learn Amp already, and not through this integration. */
    public long individual(String email, Map<String, String> fields) {
        long user =
                store.number(
                        "INSERT INTO learnamp.users (company_id, email, first_name, last_name,"
                                + " time_zone, language) VALUES (?, ?, 'Given', 'Family',"
                                + " 'London', 'en') RETURNING id",
                        id.value(),
                        email);
        fields.forEach((column, value) -> set(user, column, value));
        return user;
    }

    public void set(long user, String column, @Nullable String value) {
        store.execute(
                "UPDATE learnamp.users SET "
                        + column
                        + " = ("
                        + "SELECT x FROM jsonb_to_record(jsonb_build_object('x', ?::text)) AS r(x "
                        + type(column)
                        + ")) WHERE id = ?",
                value,
                user);
    }

    public long team(String name) {
        return store.number(
                "INSERT INTO learnamp.teams (company_id, name) VALUES (?, ?) RETURNING id",
                id.value(),
                name);
    }

    /**
     * @param options of a choice
     */
    public void customField(String name, String type, boolean required, String... options) {
        store.execute(
                "INSERT INTO learnamp.custom_fields (company_id, name, type, required, options)"
                        + " VALUES (?, ?, ?, ?, ?)",
                id.value(),
                name,
                type,
                required,
                options);
    }

    /** By the names of the fields. */
    public Map<String, @Nullable String> customFields(EntraObjectId object) {
        Map<String, @Nullable String> values = new HashMap<>();
        store.rows(
                        "SELECT f.name, v.value FROM learnamp.users u"
                                + " CROSS JOIN jsonb_each_text(u.custom_fields) v"
                                + " JOIN learnamp.custom_fields f ON f.id::text = v.key"
                                + " WHERE u.company_id = ? AND u.integration_external_id = ?",
                        id.value(),
                        object.toString())
                .forEach(row -> values.put(String.valueOf(row.get("name")), row.get("value")));
        return values;
    }

    /** As if somebody had typed it into Learn Amp. */
    public void setCustomField(EntraObjectId object, String name, String value) {
        store.execute(
                "UPDATE learnamp.users u SET custom_fields = u.custom_fields ||"
                        + " jsonb_build_object(f.id::text, ?::text) FROM learnamp.custom_fields f"
                        + " WHERE u.company_id = ? AND u.integration_external_id = ?"
                        + " AND f.company_id = u.company_id AND f.name = ?",
                value,
                id.value(),
                object.toString(),
                name);
    }

    /** What an admin reads about somebody. */
    public String attentionDetail(EntraObjectId object, String reason) {
        return store.one(
                        "SELECT detail FROM provisioning.attention WHERE company_id = ? AND"
                                + " object_id = ? AND reason = ?",
                        id.value(),
                        object.value(),
                        reason)
                .map(row -> String.valueOf(row.get("detail")))
                .orElse("");
    }

    public void revision(long revision) {
        store.execute(
                "UPDATE provisioning.integrations SET revision = ? WHERE company_id = ?",
                revision,
                id.value());
    }

    /** By column; null where the column is empty. */
    public Map<String, @Nullable String> user(EntraObjectId object) {
        return store.one(
                        "SELECT u.*, t.name AS team, m.integration_external_id AS manager_object,"
                                + " u.xmin FROM learnamp.users u LEFT JOIN learnamp.teams t ON"
                                + " t.id = u.primary_team_id LEFT JOIN learnamp.users m ON m.id ="
                                + " u.manager_id WHERE u.company_id = ? AND"
                                + " u.integration_external_id = ?",
                        id.value(),
                        object.toString())
                .orElseThrow(() -> new AssertionError("nobody is bound to this object"));
    }

    public Map<String, @Nullable String> userWithId(long user) {
        return store.one("SELECT u.*, u.xmin FROM learnamp.users u WHERE id = ?", user)
                .orElseThrow();
    }

    public long userId(EntraObjectId object) {
        return Long.parseLong(String.valueOf(user(object).get("id")));
    }

    public Optional<Map<String, @Nullable String>> ledger(EntraObjectId object) {
        return store.one(
                "SELECT * FROM provisioning.ledger WHERE company_id = ? AND object_id = ?",
                id.value(),
                object.value());
    }

    public List<String> attention(EntraObjectId object) {
        return store
                .rows(
                        "SELECT reason FROM provisioning.attention WHERE company_id = ? AND"
                                + " object_id = ? ORDER BY reason",
                        id.value(),
                        object.value())
                .stream()
                .map(row -> String.valueOf(row.get("reason")))
                .toList();
    }

    /** Everybody who needs attention for this reason. */
    public List<Map<String, @Nullable String>> attention(String reason) {
        return store.rows(
                "SELECT * FROM provisioning.attention WHERE company_id = ? AND reason = ?",
                id.value(),
                reason);
    }

    public List<Map<String, @Nullable String>> history() {
        return store.rows(
                "SELECT * FROM provisioning.history WHERE company_id = ? ORDER BY user_id,"
                        + " change_number",
                id.value());
    }

    public List<Map<String, @Nullable String>> history(long user) {
        return history().stream()
                .filter(row -> Long.toString(user).equals(row.get("user_id")))
                .toList();
    }

    public List<Map<String, @Nullable String>> users() {
        return store.rows(
                "SELECT u.*, t.name AS team, m.integration_external_id AS manager_object FROM"
                        + " learnamp.users u LEFT JOIN learnamp.teams t ON t.id ="
                        + " u.primary_team_id LEFT JOIN learnamp.users m ON m.id ="
                        + " u.manager_id WHERE u.company_id = ? ORDER BY"
                        + " u.integration_external_id",
                id.value());
    }

    public List<Map<String, @Nullable String>> teams() {
        return store.rows(
                "SELECT *, xmin FROM learnamp.teams WHERE company_id = ? ORDER BY id", id.value());
    }

    /** Empty if nobody has heard of it yet. */
    public Map<String, @Nullable String> run(UUID run) {
        return store.one("SELECT * FROM provisioning.sync_runs WHERE id = ?", run).orElse(Map.of());
    }

    public List<Map<String, @Nullable String>> invitations() {
        return store.rows(
                "SELECT * FROM provisioning.invitations WHERE company_id = ? ORDER BY user_id",
                id.value());
    }

    public List<Map<String, @Nullable String>> outbox(String topic) {
        return store.rows(
                "SELECT id, partition, record_key, headers, convert_from(payload, 'UTF8') AS"
                        + " payload FROM provisioning.outbox WHERE company_id = ? AND topic = ?"
                        + " ORDER BY id",
                id.value(),
                topic);
    }

    public static Optional<Map<String, @Nullable String>> one(
            String sql, @Nullable Object... parameters) {
        return SHARED.one(sql, parameters);
    }

    public static List<Map<String, @Nullable String>> rows(
            String sql, @Nullable Object... parameters) {
        return SHARED.rows(sql, parameters);
    }

    public static void execute(String sql, @Nullable Object... parameters) {
        SHARED.execute(sql, parameters);
    }

    private static String type(String column) {
        return switch (column) {
            case "manager_id", "primary_team_id" -> "bigint";
            case "hire_date" -> "date";
            case "deactivated_at" -> "timestamptz";
            default -> "text";
        };
    }
}
