-- What waits, of all companies together: numbers for the metrics, and nobody's name.
CREATE FUNCTION provisioning.waiting()
    RETURNS TABLE (what text, which text, rows bigint, oldest timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT 'attention', a.reason, count(*), min(a.since) FROM provisioning.attention a GROUP BY a.reason
        UNION ALL
        SELECT 'withheld', w.state, count(*), min(w.since) FROM provisioning.withheld w GROUP BY w.state
        UNION ALL
        SELECT 'review', r.kind, count(*), min(r.opened_at) FROM provisioning.reviews r
        WHERE r.state = 'open' GROUP BY r.kind
        UNION ALL
        SELECT 'outbox', o.topic, count(*), min(o.created_at) FROM provisioning.outbox o GROUP BY o.topic
        UNION ALL
        SELECT 'run', r.trigger, count(*), min(r.requested_at) FROM provisioning.sync_runs r
        WHERE r.state = 'running' AND r.trigger <> 'group_change' GROUP BY r.trigger
        UNION ALL
        SELECT 'invitation', i.state, count(*), min(i.due_at) FROM provisioning.invitations i
        WHERE i.state IN ('due', 'sending') AND i.due_at <= now() GROUP BY i.state
        UNION ALL
        SELECT 'photo', CASE WHEN p.bulk THEN 'bulk' ELSE 'live' END, count(*), min(p.due_at)
        FROM provisioning.photo_lookups p WHERE p.due_at <= now() GROUP BY p.bulk;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.waiting() FROM public;
GRANT EXECUTE ON FUNCTION provisioning.waiting() TO provisioning_writer;

-- In which lane the change was made, so that live changes and bulk syncs are told apart until their event is out.
ALTER TABLE provisioning.outbox ADD COLUMN lane text NOT NULL
    DEFAULT coalesce(nullif(current_setting('learnamp.lane', true), ''), 'live');
