-- How far graph-fetcher has come with somebody whom a company has asked for, for whoever waits for it.
CREATE FUNCTION directory.look_at(object uuid)
    RETURNS TABLE (waiting boolean, attempts integer, due_at timestamptz, epoch bigint, counter bigint, read_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT p.object_id IS NOT NULL, coalesce(p.attempts, 0), p.due_at, coalesce(r.epoch, 0), coalesce(r.counter, 0),
               r.live_read_at
        FROM (SELECT learnamp.current_company() AS company_id) c
        LEFT JOIN directory.pending_lookup p ON p.object_id = look_at.object AND c.company_id = ANY (p.asked_by)
        LEFT JOIN directory.roster r ON r.company_id = c.company_id AND r.object_id = look_at.object;
    END;
REVOKE EXECUTE ON FUNCTION directory.look_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory.look_at(uuid) TO admin_console;
