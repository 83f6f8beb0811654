-- Three schemas: Learn Amp's own data, what provisioning knows about it, and what graph-fetcher knows of Entra.
CREATE SCHEMA learnamp;
CREATE SCHEMA provisioning;
CREATE SCHEMA directory;

-- One role for each service. Roles belong to the cluster, so they may be there already.
DO $$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['graph_fetcher', 'provisioning_writer', 'photo_sync', 'admin_console'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', service);
        END IF;
    END LOOP;
END $$;

ALTER ROLE graph_fetcher PASSWORD '${graph_fetcher_password}';
ALTER ROLE provisioning_writer PASSWORD '${provisioning_writer_password}';
ALTER ROLE photo_sync PASSWORD '${photo_sync_password}';
ALTER ROLE admin_console PASSWORD '${admin_console_password}';

-- The company that a transaction works for: SELECT set_config('learnamp.company_id', '7', true).
-- Without it no row of any company is seen.
CREATE FUNCTION learnamp.current_company() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('learnamp.company_id', true), '')::bigint;

GRANT USAGE ON SCHEMA learnamp TO graph_fetcher, provisioning_writer, photo_sync, admin_console;
GRANT USAGE ON SCHEMA provisioning TO provisioning_writer, photo_sync, admin_console;
GRANT USAGE ON SCHEMA directory TO graph_fetcher, admin_console;
GRANT EXECUTE ON FUNCTION learnamp.current_company() TO graph_fetcher, provisioning_writer, photo_sync, admin_console;
