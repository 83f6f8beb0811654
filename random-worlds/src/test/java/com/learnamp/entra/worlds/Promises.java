package com.learnamp.entra.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds whatever has happened: at every moment, and of all that was written. */
final class Promises {

    /** Each a query for what must not be. */
    private static final String AT_EVERY_MOMENT =
            anyOf(
                    """
                    SELECT 'the last Owner was deactivated' WHERE NOT EXISTS (
                        SELECT FROM learnamp.users WHERE company_id = ? AND role = 'owner' AND status <> 'deactivated')
                    """,
                    """
                    SELECT 'somebody is managed by a deactivated person' FROM learnamp.users u
                    JOIN learnamp.users m ON m.id = u.manager_id
                    WHERE u.company_id = ? AND m.status = 'deactivated'
                    """,
                    """
                    SELECT 'somebody manages himself' FROM learnamp.users u
                    WHERE u.company_id = ? AND u.manager_id = u.id
                    """);

    private static final String DONE =
            """
            SELECT kind, count(*) AS people FROM provisioning.history
            WHERE company_id = ? AND kind IN ('created', 'deactivated') AND cause <> 'admin' GROUP BY kind
            """;

    private static final String OF_THE_HISTORY =
            anyOf(
                    """
                    SELECT 'a change has no number of its own' FROM learnamp.users u
                    WHERE u.company_id = ? AND u.change_counter IS DISTINCT FROM (
                        SELECT count(*) FROM provisioning.history h
                        WHERE h.company_id = u.company_id AND h.user_id = u.id AND h.change_number <= u.change_counter)
                    """,
                    """
                    SELECT 'a change changes nothing' FROM provisioning.history h, jsonb_each(h.changes) f
                    WHERE h.company_id = ? AND f.value -> 'before' IS NOT DISTINCT FROM f.value -> 'after'
                    """,
                    """
                    SELECT 'a change is empty' FROM provisioning.history h WHERE h.company_id = ? AND h.changes = '{}'
                    """,
                    """
                    SELECT 'a change does not follow the one before' FROM (
                        SELECT f.value ->> 'before' AS before, h.change_number,
                               lag(f.value ->> 'after') OVER same AS left_at, lag(h.change_number) OVER same AS earlier
                        FROM provisioning.history h, jsonb_each(h.changes) f WHERE h.company_id = ?
                        WINDOW same AS (PARTITION BY h.user_id, f.key ORDER BY h.change_number)) c
                    WHERE c.earlier IS NOT NULL AND c.before IS DISTINCT FROM c.left_at
                    """,
                    """
                    SELECT 'an event without a change, or a change without an event' FROM (
                        SELECT (SELECT count(*) FROM provisioning.outbox o
                                WHERE o.company_id = c.id AND o.topic = 'learnamp.user-events.v1') AS events,
                               (SELECT count(*) FROM provisioning.history h
                                WHERE h.company_id = c.id AND h.cause <> 'admin') AS changes
                        FROM learnamp.companies c WHERE c.id = ?) n
                    WHERE n.events <> n.changes
                    """,
                    """
                    SELECT 'a team is there twice' FROM learnamp.teams t WHERE t.company_id = ?
                    GROUP BY lower(t.name COLLATE pg_c_utf8) HAVING count(*) > 1
                    """);

    private Promises() {}

    private static String anyOf(String... queries) {
        return "WITH asked(company) AS (SELECT ?::bigint) "
                + String.join(" UNION ALL ", queries)
                        .replace(" = ?", " = (SELECT company FROM asked)");
    }

    static List<String> brokenNow(World world) {
        List<String> broken = new ArrayList<>(broken(world, AT_EVERY_MOMENT));
        for (Map<String, @Nullable String> kind : world.rows(DONE)) {
            if (Long.parseLong(String.valueOf(kind.get("people"))) > world.most()) {
                broken.add("more are " + kind.get("kind") + " than the limit and admins allow");
            }
        }
        if (world.heldInVain()) {
            broken.add("somebody who is held was deactivated");
        }
        return broken;
    }

    static List<String> broken(World world) {
        List<String> broken = new ArrayList<>(brokenNow(world));
        broken.addAll(broken(world, OF_THE_HISTORY));
        world.mails()
                .forEach((user, count) -> {
                    if (count > 1) {
                        broken.add("user " + user + " was invited " + count + " times");
                    }
                });
        return broken;
    }

    private static List<String> broken(World world, String query) {
        return world.rows(query).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }
}
