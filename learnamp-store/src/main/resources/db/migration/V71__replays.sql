-- Replays: messages that are read from the topics again, for one company, one person or all. Rows stay: who asked for
-- what is part of the audit.
CREATE TABLE provisioning.replays (
    id              uuid PRIMARY KEY,
    company_id      bigint,               -- null: all companies
    object_id       uuid,                 -- null: everybody
    target          text        NOT NULL CHECK (target IN ('mapper', 'writer')),
    start_topic     text,                 -- with start_offset
    start_offset    bigint,
    start_time      timestamptz,          -- without either: from the start
    trial           boolean     NOT NULL, -- only says what would change
    reason          text        NOT NULL CHECK (reason <> ''),
    requested_by    text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'running'
        CHECK (state IN ('running', 'paused', 'stopped', 'finished', 'failed')),
    decided_by      text,                 -- who paused, resumed or stopped it last
    decided_at      timestamptz,
    lease_until     timestamptz,          -- somebody works on it until then, or longer
    partitions_done integer     NOT NULL DEFAULT 0,
    messages_read   bigint      NOT NULL DEFAULT 0,
    published       bigint      NOT NULL DEFAULT 0,
    failure         text,
    ended_at        timestamptz,
    CHECK (object_id IS NULL OR company_id IS NOT NULL),
    CHECK ((start_topic IS NULL) = (start_offset IS NULL))
);
CREATE INDEX replays_latest ON provisioning.replays (requested_at DESC);
CREATE INDEX replays_unfinished ON provisioning.replays (requested_at) WHERE state = 'running';

-- What it changed, or as a trial would change: counted by the writer in the transactions that make it so.
CREATE TABLE provisioning.replay_figures (
    replay_id  uuid   NOT NULL,
    company_id bigint NOT NULL,
    outcome    text   NOT NULL, -- created, linked, updated, unchanged, reactivated, rejected, waiting, older
    people     bigint NOT NULL,
    PRIMARY KEY (replay_id, company_id, outcome)
);

-- Whom a trial would change, and how.
CREATE TABLE provisioning.replay_people (
    replay_id  uuid   NOT NULL,
    company_id bigint NOT NULL,
    object_id  uuid   NOT NULL,
    outcome    text   NOT NULL,
    reason     text,
    user_id    bigint,
    name       text,
    email      text,
    changes    jsonb  NOT NULL DEFAULT '{}',
    PRIMARY KEY (replay_id, company_id, object_id)
);

DO $$
DECLARE
    isolated text;
BEGIN
    FOREACH isolated IN ARRAY ARRAY['replays', 'replay_figures', 'replay_people'] LOOP
        EXECUTE format('ALTER TABLE provisioning.%I ENABLE ROW LEVEL SECURITY', isolated);
        EXECUTE format('CREATE POLICY company ON provisioning.%I USING (company_id = learnamp.current_company()) '
            'WITH CHECK (company_id = learnamp.current_company())', isolated);
        EXECUTE format('CREATE POLICY operations ON provisioning.%I TO admin_console '
            'USING (current_setting(''learnamp.operations'', true) = ''on'') '
            'WITH CHECK (current_setting(''learnamp.operations'', true) = ''on'')', isolated);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON provisioning.replays TO admin_console;
GRANT SELECT ON provisioning.replay_figures TO admin_console;
GRANT SELECT, DELETE ON provisioning.replay_people TO admin_console;
GRANT SELECT, INSERT, UPDATE ON provisioning.replay_figures, provisioning.replay_people TO provisioning_writer;
