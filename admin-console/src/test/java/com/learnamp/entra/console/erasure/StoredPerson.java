package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.StoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who came from Entra, and where he is in the store. */
record StoredPerson(NewCompany company, long id, UUID object, String email) {

    private static final List<String> EVERYWHERE =
            List.of(
                    "INSERT INTO provisioning.history (company_id, user_id, change_number, object_id, kind, cause, changes)"
                            + " VALUES (:company, :user, 1, :object, 'created', 'notification',"
                            + " jsonb_build_object('email', :email::text))",
                    "INSERT INTO provisioning.drift (company_id, user_id, change_number, field, written)"
                            + " VALUES (:company, :user, 1, 'email', :email)",
                    "INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch, counter)"
                            + " VALUES (:company, :object, 'email_taken', :email, 1, 1)",
                    "INSERT INTO provisioning.withheld (company_id, object_id, kind, state, user_id, email, reason, since)"
                            + " VALUES (:company, :object, 'deactivation', 'held', :user, :email,"
                            + " 'left_the_group', now())",
                    "INSERT INTO provisioning.holds (company_id, user_id, reason, held_by, held_at)"
                            + " VALUES (:company, :user, 'asks for ' || :email, 'Helen', now())",
                    "INSERT INTO provisioning.invitations (company_id, user_id, last_error)"
                            + " VALUES (:company, :user, 'refused ' || :email)",
                    "INSERT INTO provisioning.identity_choices (company_id, object_id, user_id, choice, chosen_by, chosen_at)"
                            + " VALUES (:company, :object, :user, 'same_person', 'Helen', now())",
                    "INSERT INTO provisioning.preview_people (company_id, object_id, epoch, counter, outcome, user_id, email)"
                            + " VALUES (:company, :object, 1, 1, 'linked', :user, :email)",
                    "INSERT INTO provisioning.replays (id, company_id, object_id, target, trial, reason, requested_by, requested_at,"
                            + " state) VALUES (gen_random_uuid(), :company, :object, 'writer', true, 'asked', 'Helen', now(),"
                            + " 'finished')",
                    "INSERT INTO provisioning.replay_people (replay_id, company_id, object_id, outcome, user_id, email)"
                            + " VALUES (gen_random_uuid(), :company, :object, 'updated', :user, :email)",
                    "INSERT INTO provisioning.parked (service, topic, partition, record_offset, record_key, company_id,"
                            + " object_id, reason, payload, parked_at, last_at) SELECT 'user-mapper', 'entra.users.v1', 0,"
                            + " (random() * 1e12)::bigint, :company || ':' || :object, :company, :object, 'unreadable',"
                            + " '\\x00', now(), now()",
                    "INSERT INTO provisioning.set_aside (company_id, lane, subject, partition, record_offset, record_key,"
                            + " payload, epoch, counter, since) VALUES (:company, 'live', :object, 0, 0,"
                            + " :company || ':' || :object, '\\x00', 1, 1, now())",
                    "INSERT INTO provisioning.photo_lookups (company_id, object_id, tenant_id, action, epoch, counter, bulk, cause)"
                            + " VALUES (:company, :object, gen_random_uuid(), 'sync', 1, 1, false, 'admin')",
                    "INSERT INTO directory.samples (sample_id, company_id, people, read_at)"
                            + " VALUES (gen_random_uuid(), :company, jsonb_build_array(:email::text), now())",
                    "INSERT INTO directory.explanations (question_id, company_id, people, read_at)"
                            + " VALUES (gen_random_uuid(), :company, jsonb_build_array(:email::text, :object::text), now())",
                    "INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes)"
                            + " VALUES (:company, :picture, 'image/png', 1, 1, '\\x00') ON CONFLICT DO NOTHING",
                    "INSERT INTO provisioning.photos (company_id, object_id, version, state, avatar_hash)"
                            + " VALUES (:company, :object, 1, 'stored', :picture)",
                    "UPDATE learnamp.users SET avatar_hash = :picture, change_counter = 1 WHERE id = :user");

    static StoredPerson of(NewCompany company, String name) {
        UUID object = UUID.randomUUID();
        String email = name + "-" + object + "@marlowe.example";
        long user =
                StoredRows.id(
                        "INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone,"
                                + " language, integration_external_id) VALUES (?, ?, 'Given', 'Family',"
                                + " 'London', 'en', ?) RETURNING id",
                        company.id(),
                        email,
                        object.toString());
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state, user_id, observed_at)"
                        + " VALUES (?, ?, 1, 1, 'in_scope', ?, now())",
                company.id(),
                object,
                user);
        return new StoredPerson(company, user, object, email);
    }

    /**
     * @param picture that he is shown with
     */
    void isEverywhere(String picture) {
        EVERYWHERE.forEach(statement -> execute(statement, picture));
    }

    private void execute(String statement, String picture) {
        StoredRows.execute(
                statement
                        .replace(":company", Long.toString(company.id()))
                        .replace(":user", Long.toString(id))
                        .replace(":object", "'" + object + "'")
                        .replace(":email", "'" + email + "'")
                        .replace(":picture", "'" + picture + "'"));
    }

    /** Somebody whom the sync has read, and who is not in Learn Amp. */
    static StoredPerson stranger(NewCompany company, String name) {
        UUID object = UUID.randomUUID();
        String email = name + "-" + object + "@marlowe.example";
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " observed_at, claimed_email) VALUES (?, ?, 1, 1, 'in_scope', now(), ?)",
                company.id(),
                object,
                email);
        return new StoredPerson(company, 0, object, email);
    }

    /** Whatever there can be of somebody who is not in Learn Amp. */
    void isWaiting(String picture) {
        EVERYWHERE.stream()
                .filter(statement ->
                        !statement.contains(" learnamp.users")
                                && (!statement.contains(":user")
                                        || statement.contains("withheld")
                                        || statement.contains("preview_people")
                                        || statement.contains("replay_people")))
                .map(statement -> statement.replace(":user", "NULL"))
                .forEach(statement -> execute(statement, picture));
    }

    /** As if he had been shown with it once. */
    void remembersPicture(String picture) {
        StoredRows.execute(
                "INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes)"
                        + " VALUES (?, ?, 'image/png', 1, 1, '\\x00') ON CONFLICT DO NOTHING",
                company.id(),
                picture);
    }

    void isManagedBy(StoredPerson manager) {
        StoredRows.execute(
                "UPDATE learnamp.users SET manager_id = ? WHERE id = ?", manager.id(), id);
        StoredRows.execute(
                "UPDATE provisioning.ledger SET manager_reading = 'is', manager_object_id = ? WHERE"
                        + " company_id = ? AND object_id = ?",
                manager.object(),
                company.id(),
                object);
    }

    @Nullable String manager() {
        return StoredRows.of("SELECT manager_id FROM learnamp.users WHERE id = ?", id).getFirst();
    }

    /** The tables that name him, but for what has still to be told. */
    List<String> tables() {
        List<String> found = new ArrayList<>();
        for (String table :
                StoredRows.of(
                        "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables"
                                + " WHERE table_schema IN ('learnamp', 'provisioning', 'directory') AND"
                                + " table_type = 'BASE TABLE' AND table_name <> 'outbox' ORDER BY 1")) {
            if (StoredRows.of(
                            "SELECT 1 FROM "
                                    + table
                                    + " AS one WHERE one::text LIKE ? OR one::text LIKE ? LIMIT 1",
                            "%" + object + "%",
                            "%" + email + "%")
                    .contains("1")) {
                found.add(table);
            }
        }
        return found;
    }

    static List<@Nullable String> pictures(NewCompany company) {
        return StoredRows.of(
                "SELECT hash FROM learnamp.avatars WHERE company_id = ?", company.id());
    }

    /** Events that wait for provisioning-writer. */
    static List<@Nullable String> told(NewCompany company, StoredPerson person) {
        return StoredRows.of(
                "SELECT convert_from(payload, 'UTF8') FROM provisioning.outbox WHERE company_id = ? AND"
                        + " topic = 'learnamp.user-events.v1' AND record_key = ? ORDER BY id",
                company.id(),
                company.id() + ":" + person.id());
    }
}
