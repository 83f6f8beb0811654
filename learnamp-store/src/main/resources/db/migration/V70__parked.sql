-- What services have put aside, from their parked topics: to be listed, tried again, dropped.
CREATE TABLE provisioning.parked (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    service       text        NOT NULL,
    topic         text        NOT NULL, -- where it was read, as are the next two
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    record_key    text        NOT NULL,
    company_id    bigint,               -- null: neither key nor content names one that can be read
    object_id     uuid,
    epoch         bigint,
    counter       bigint,
    reason        text        NOT NULL,
    payload       bytea       NOT NULL,
    attempts      integer     NOT NULL DEFAULT 1,
    state         text        NOT NULL DEFAULT 'parked'
        CHECK (state IN ('parked', 'retried', 'dropped', 'superseded', 'expired')),
    parked_at     timestamptz NOT NULL, -- the first time
    last_at       timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    note          text,
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX parked_state ON provisioning.parked (state, reason, id);
CREATE INDEX parked_company ON provisioning.parked (company_id, state, id);
CREATE INDEX parked_at ON provisioning.parked (parked_at);

ALTER TABLE provisioning.parked ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.parked USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
-- Operations see what is parked of all companies, and of none.
CREATE POLICY operations ON provisioning.parked TO admin_console
    USING (current_setting('learnamp.operations', true) = 'on')
    WITH CHECK (current_setting('learnamp.operations', true) = 'on');
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.parked TO admin_console;

-- Whoever has been told of something newer needs the older no more. A photo command has its snapshot's version, which
-- the ledger has without the photo.
CREATE FUNCTION provisioning.settle_parked(at timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        UPDATE provisioning.parked p SET state = 'superseded', decided_at = at
        FROM provisioning.ledger l
        WHERE p.state = 'parked' AND l.company_id = p.company_id AND l.object_id = p.object_id
          AND ((p.epoch, p.counter) < (l.epoch, l.counter)
               OR (p.epoch, p.counter) = (l.epoch, l.counter) AND p.topic <> 'provisioning.photo-commands.v1');
    END;
REVOKE EXECUTE ON FUNCTION provisioning.settle_parked(timestamptz) FROM public;
GRANT EXECUTE ON FUNCTION provisioning.settle_parked(timestamptz) TO admin_console;
