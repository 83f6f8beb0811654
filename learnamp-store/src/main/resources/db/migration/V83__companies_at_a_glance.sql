-- When somebody's change last came by a notice of Microsoft's, and how long such changes took.
CREATE INDEX history_by_notice ON provisioning.history (company_id, written_at DESC) INCLUDE (noticed_at)
    WHERE cause = 'notification' AND noticed_at IS NOT NULL;

-- All companies for operations, a page of them: numbers and times, and nobody's name. What is sorted by is looked up for
-- all of them by one probe of an index each; the rest for the page alone. What nobody knows is null.
-- waiting_since: since when the oldest look-up of its tenant is due, or its oldest event is not out.
-- by: lag, compared, parked or name. after: the company where the page before ended.
CREATE FUNCTION provisioning.companies_at_a_glance(at timestamptz, by text, named text, after bigint, most integer)
    RETURNS TABLE (id bigint, name text, status text, connection text, paused boolean, people bigint,
                   waiting_since timestamptz, noticed_at timestamptz, compared_at timestamptz,
                   throttled bigint, throttled_until timestamptz, parked bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        WITH known AS MATERIALIZED (
            SELECT c.id, c.name, lower(c.name) AS folded, coalesce(i.status, 'draft') AS status,
                   n.state AS connection, n.tenant_id, r.people, r.ended_at AS compared_at,
                   least(l.due_at, o.created_at) AS waiting_since, coalesce(p.parked, 0) AS parked
            FROM learnamp.companies c
            LEFT JOIN provisioning.integrations i ON i.company_id = c.id
            LEFT JOIN directory.connections n ON n.company_id = c.id AND i.status = 'active'
            LEFT JOIN LATERAL (SELECT min(q.due_at) AS due_at FROM directory.pending_lookup q
                               WHERE q.tenant_id = n.tenant_id AND q.due_at <= at) l ON true
            LEFT JOIN (SELECT u.company_id, min(u.created_at) AS created_at FROM provisioning.outbox u
                       GROUP BY u.company_id) o ON o.company_id = c.id
            LEFT JOIN LATERAL (SELECT s.people, s.ended_at FROM provisioning.sync_runs s
                               WHERE s.company_id = c.id AND s.state = 'finished' AND s.trigger <> 'group_change'
                               ORDER BY s.requested_at DESC LIMIT 1) r ON true
            LEFT JOIN (SELECT k.company_id, count(*) AS parked FROM provisioning.parked k
                       WHERE k.state = 'parked' GROUP BY k.company_id) p ON p.company_id = c.id
            WHERE current_setting('learnamp.operations', true) = 'on'
              AND (named IS NULL OR strpos(lower(c.name), lower(named)) > 0 OR c.id::text = named)),
        keyed AS MATERIALIZED (
            SELECT k.*,
                   CASE by WHEN 'lag' THEN coalesce(extract(epoch FROM k.waiting_since),
                                                   CASE WHEN k.status = 'active' THEN 1e12 ELSE 'Infinity' END)
                           WHEN 'compared' THEN CASE WHEN k.status = 'active'
                               THEN coalesce(extract(epoch FROM k.compared_at), 0) ELSE 'Infinity' END
                           WHEN 'parked' THEN -k.parked
                           ELSE 0 END AS key
            FROM known k),
        page AS MATERIALIZED (
            SELECT k.* FROM keyed k
            WHERE after IS NULL
               OR (k.key, k.folded, k.id) > (SELECT a.key, a.folded, a.id FROM keyed a WHERE a.id = after)
            ORDER BY k.key, k.folded, k.id LIMIT most)
        SELECT g.id, g.name, g.status, g.connection, learnamp.is_paused(g.id, NULL, 'live'), g.people,
               g.waiting_since, h.noticed_at, g.compared_at,
               CASE WHEN g.tenant_id IS NOT NULL THEN coalesce(t.throttled, 0) END::bigint, w.waits_until, g.parked
        FROM page g
        LEFT JOIN LATERAL (SELECT y.noticed_at FROM provisioning.history y
                           WHERE y.company_id = g.id AND y.cause = 'notification' AND y.noticed_at IS NOT NULL
                           ORDER BY y.written_at DESC LIMIT 1) h ON true
        LEFT JOIN LATERAL (SELECT sum(d.throttled) AS throttled FROM directory.graph_usage d
                           WHERE d.tenant_id = g.tenant_id AND d.day = (at AT TIME ZONE 'UTC')::date) t ON true
        LEFT JOIN LATERAL (SELECT max(x.waits_until) AS waits_until FROM directory.listings x
                           WHERE x.company_id = g.id AND x.tenant_id = g.tenant_id AND x.waits_until > at
                             AND x.state IN ('queued', 'listing', 'checking_leavers')) w ON true
        ORDER BY g.key, g.folded, g.id;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.companies_at_a_glance(timestamptz, text, text, bigint, integer) FROM public;
GRANT EXECUTE ON FUNCTION provisioning.companies_at_a_glance(timestamptz, text, text, bigint, integer) TO admin_console;
