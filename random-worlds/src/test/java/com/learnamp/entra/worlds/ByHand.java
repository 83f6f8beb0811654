package com.learnamp.entra.worlds;

import java.util.UUID;

/** What admins do meanwhile, as the console writes it: with a history row for each change. */
final class ByHand {

    static final String TITLE = "By hand";

    private static final String CHANGED =
            """
            WITH before AS (SELECT * FROM learnamp.users WHERE company_id = ? AND id = ?),
            changed AS (UPDATE learnamp.users u SET %s, change_counter = u.change_counter + 1
                        FROM before WHERE u.id = before.id AND %s RETURNING u.*)
            INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause, changes)
            SELECT c.company_id, c.id, c.change_counter, 'updated', 'admin',
                   jsonb_build_object('%s', jsonb_build_object('before', before.%s, 'after', c.%s))
            FROM changed c JOIN before ON before.id = c.id
            """;

    private final Store store;
    private final long company;

    ByHand(Store store, long company) {
        this.store = store;
        this.company = company;
    }

    void edit(long user) {
        change(
                user,
                "job_title = 'By hand'",
                "u.job_title IS DISTINCT FROM 'By hand'",
                "jobTitle",
                "job_title");
    }

    void reactivate(long user) {
        change(
                user,
                "status = coalesce(u.status_before_deactivation, 'not_invited'),"
                        + " status_before_deactivation = NULL, deactivated_at = NULL",
                "u.status = 'deactivated'",
                "status",
                "status");
    }

    void makeOwner(long user) {
        change(user, "role = 'owner'", "u.role <> 'owner'", "role", "role");
    }

    /** As the console lets it happen: by somebody else, who is active. */
    void manage(long user, long manager) {
        change(
                user,
                "manager_id = " + manager,
                "u.id <> %d AND u.status <> 'deactivated' AND u.manager_id IS DISTINCT FROM %d"
                                .formatted(manager, manager)
                        + " AND EXISTS (SELECT FROM learnamp.users m WHERE m.id = "
                        + manager
                        + " AND m.status <> 'deactivated')",
                "manager",
                "manager_id");
    }

    /**
     * @return of how many it was said
     */
    int approve() {
        return decide("approved = true, state = 'asked'", "'review', 'rejected'");
    }

    void reject() {
        decide("state = 'rejected'", "'review'");
    }

    /** Until somebody releases. */
    void hold(long user) {
        store.execute(
                "INSERT INTO provisioning.holds (company_id, user_id, reason, held_by, held_at)"
                        + " VALUES (?, ?, 'on leave', 'Helen', now()) ON CONFLICT DO NOTHING",
                company,
                user);
    }

    void release(long user) {
        store.execute(
                "DELETE FROM provisioning.holds WHERE company_id = ? AND user_id = ?",
                company,
                user);
    }

    private int decide(String set, String states) {
        return store.rows(
                        "UPDATE provisioning.withheld SET %s WHERE company_id = ? AND state IN (%s) RETURNING object_id"
                                .formatted(set, states),
                        company)
                .size();
    }

    private void change(long user, String set, String where, String field, String column) {
        store.execute(CHANGED.formatted(set, where, field, column, column), company, user);
    }

    void choose(UUID object, long holder, String choice) {
        store.execute(
                "INSERT INTO provisioning.identity_choices (company_id, object_id, user_id, choice,"
                        + " chosen_by, chosen_at) VALUES (?, ?, ?, ?, 'Helen', now()) ON CONFLICT"
                        + " (company_id, object_id) DO UPDATE SET user_id = excluded.user_id,"
                        + " choice = excluded.choice",
                company,
                object,
                holder,
                choice);
    }

    void invite(long user) {
        store.execute(
                "INSERT INTO provisioning.invitations AS i (company_id, user_id, requested_by)"
                        + " SELECT company_id, id, 'Helen' FROM learnamp.users WHERE id = ? AND"
                        + " status IN ('not_invited', 'invite_scheduled') ON CONFLICT (company_id,"
                        + " user_id) DO UPDATE SET state = 'due', requested_by = 'Helen' WHERE"
                        + " i.state IN ('held', 'refused')",
                user);
    }
}
