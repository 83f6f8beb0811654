-- What stands still, for one company or (without one) for all: reads of Entra or writes to Learn Amp, in one lane or
-- both. Notices go on being accepted, and everything resumes where it stopped.
CREATE TABLE provisioning.pauses (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id bigint,
    what       text        NOT NULL CHECK (what IN ('reads', 'writes')),
    lane       text        CHECK (lane IN ('live', 'bulk')),
    reason     text        NOT NULL CHECK (reason <> ''),
    paused_by  text        NOT NULL,
    paused_at  timestamptz NOT NULL,
    -- Kept afterwards: who stopped what, and who let it go on, is part of the audit.
    resumed_by text,
    resumed_at timestamptz
);
CREATE UNIQUE INDEX pauses_in_force ON provisioning.pauses (company_id, what, lane) NULLS NOT DISTINCT
    WHERE resumed_at IS NULL;
ALTER TABLE provisioning.pauses ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.pauses USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
CREATE POLICY operations ON provisioning.pauses TO admin_console
    USING (current_setting('learnamp.operations', true) = 'on')
    WITH CHECK (current_setting('learnamp.operations', true) = 'on');
-- A company is told when everything stands still.
CREATE POLICY of_all ON provisioning.pauses FOR SELECT TO admin_console USING (company_id IS NULL);
GRANT SELECT, INSERT, UPDATE ON provisioning.pauses TO admin_console;

-- Without a company: whether everybody's stand still. Without what: either of the two.
CREATE FUNCTION learnamp.is_paused(company bigint, kind text, of_lane text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM provisioning.pauses p
                       WHERE p.resumed_at IS NULL AND (p.company_id IS NULL OR p.company_id = company)
                         AND (kind IS NULL OR p.what = kind) AND (p.lane IS NULL OR p.lane = of_lane));
    END;
REVOKE EXECUTE ON FUNCTION learnamp.is_paused(bigint, text, text) FROM public;
GRANT EXECUTE ON FUNCTION learnamp.is_paused(bigint, text, text)
    TO graph_fetcher, provisioning_writer, photo_sync, admin_console;

-- Commands of a company whose writes stand still, so that those of the others in its partition need not wait: of each
-- person the newest.
CREATE TABLE provisioning.set_aside (
    company_id    bigint      NOT NULL REFERENCES learnamp.companies,
    lane          text        NOT NULL CHECK (lane IN ('live', 'bulk')),
    subject       uuid        NOT NULL, -- the person's object, or the run that ends
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    record_key    text        NOT NULL,
    payload       bytea       NOT NULL,
    epoch         bigint      NOT NULL,
    counter       bigint      NOT NULL,
    since         timestamptz NOT NULL,
    PRIMARY KEY (company_id, lane, subject)
);
CREATE INDEX set_aside_position ON provisioning.set_aside (company_id, lane, position);
ALTER TABLE provisioning.set_aside ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.set_aside USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.set_aside TO provisioning_writer;
GRANT SELECT ON provisioning.set_aside TO admin_console;

-- Also while something is still set aside: what comes later stays behind it.
CREATE FUNCTION provisioning.sets_aside(company bigint, of_lane text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT learnamp.is_paused(company, 'writes', of_lane)
            OR EXISTS (SELECT FROM provisioning.set_aside s WHERE s.company_id = company AND s.lane = of_lane);
    END;
CREATE FUNCTION provisioning.companies_to_resume(of_lane text) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT DISTINCT s.company_id FROM provisioning.set_aside s
        WHERE s.lane = of_lane AND NOT learnamp.is_paused(s.company_id, 'writes', of_lane);
    END;
REVOKE EXECUTE ON FUNCTION provisioning.sets_aside(bigint, text), provisioning.companies_to_resume(text) FROM public;
GRANT EXECUTE ON FUNCTION provisioning.sets_aside(bigint, text), provisioning.companies_to_resume(text)
    TO provisioning_writer;

-- Timers stand still, mails wait, and no sync is due.
CREATE OR REPLACE FUNCTION provisioning.directory_is_seen() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM provisioning.integrations i
                       WHERE i.company_id = learnamp.current_company() AND i.status = 'active')
           AND NOT EXISTS (SELECT FROM directory.connections c
                           WHERE c.company_id = learnamp.current_company() AND c.state <> 'ok')
           AND NOT learnamp.is_paused(learnamp.current_company(), NULL, 'live');
    END;
CREATE OR REPLACE FUNCTION provisioning.companies_with_due_invitations(at timestamptz, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT DISTINCT i.company_id FROM provisioning.invitations i
        WHERE i.state IN ('due', 'sending') AND i.due_at <= at
          AND NOT learnamp.is_paused(i.company_id, 'writes', 'live') LIMIT most;
    END;
CREATE OR REPLACE FUNCTION provisioning.companies_due_for_sync(at timestamptz, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT i.company_id FROM provisioning.integrations i
        WHERE i.status = 'active' AND i.next_full_at <= at
          AND NOT learnamp.is_paused(i.company_id, NULL, 'bulk')
        ORDER BY i.next_full_at LIMIT most;
    END;
