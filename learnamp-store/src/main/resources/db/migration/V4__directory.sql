-- What graph-fetcher tells of its work; its further tables follow in its own migration.
CREATE TABLE directory.listings (
    run_id           uuid PRIMARY KEY,
    company_id       bigint      NOT NULL,
    tenant_id        uuid        NOT NULL,
    group_id         uuid        NOT NULL,
    revision         bigint      NOT NULL,
    trigger          text        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('queued', 'listing', 'checking_leavers', 'complete', 'failed', 'superseded')),
    requested_at     timestamptz NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz,
    first_epoch      bigint,
    first_counter    bigint,
    pages            bigint      NOT NULL DEFAULT 0,
    people           bigint      NOT NULL DEFAULT 0, -- published so far
    people_expected  bigint,                         -- about; null while unknown
    requests         bigint      NOT NULL DEFAULT 0,
    checkpoint       text,                           -- the next page; an opaque link
    waits_until      timestamptz,                    -- Graph has asked to slow down
    restarts         integer     NOT NULL DEFAULT 0,
    failure_category text,
    failure_message  text
);
CREATE INDEX listings_company ON directory.listings (company_id, requested_at DESC);

-- How the company's connection stands, as the last reads of Graph found it.
CREATE TABLE directory.connections (
    company_id   bigint PRIMARY KEY,
    tenant_id    uuid        NOT NULL,
    group_id     uuid        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('ok', 'stopped', 'unreachable')),
    category     text,       -- graph-client's name of what is wrong
    message      text,       -- what an admin reads
    group_name   text,
    tenant_name  text,
    since        timestamptz NOT NULL DEFAULT now(),
    looked_at    timestamptz NOT NULL DEFAULT now()
);

-- The answers to CheckConnection.
CREATE TABLE directory.connection_checks (
    check_id    uuid PRIMARY KEY,
    company_id  bigint      NOT NULL,
    tenant_id   uuid        NOT NULL,
    group_id    uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('ok', 'tenant_unknown', 'app_unknown', 'consent_missing', 'secret_wrong',
                                                        'group_not_found', 'group_unsuitable', 'group_empty', 'unreachable')),
    message     text        NOT NULL,
    group_name  text,
    tenant_name text,
    checked_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX connection_checks_company ON directory.connection_checks (company_id, checked_at DESC);

-- graph-fetcher works for tenants and so across companies; the console sees its company's rows.
DO $$
DECLARE
    isolated text;
BEGIN
    FOREACH isolated IN ARRAY ARRAY['listings', 'connections', 'connection_checks'] LOOP
        EXECUTE format('ALTER TABLE directory.%I ENABLE ROW LEVEL SECURITY', isolated);
        EXECUTE format('CREATE POLICY fetcher ON directory.%I TO graph_fetcher USING (true) WITH CHECK (true)', isolated);
        EXECUTE format('CREATE POLICY company ON directory.%I TO admin_console USING (company_id = learnamp.current_company())', isolated);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON directory.%I TO graph_fetcher', isolated);
        EXECUTE format('GRANT SELECT ON directory.%I TO admin_console', isolated);
    END LOOP;
END $$;
