-- What provisioning knows, decides and has done.
CREATE TABLE provisioning.integrations (
    company_id        bigint PRIMARY KEY REFERENCES learnamp.companies,
    revision          bigint      NOT NULL DEFAULT 0, -- one more with each save
    status            text        NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'disconnected')),
    tenant_id         uuid,
    group_id          uuid,
    invitations       text        NOT NULL DEFAULT 'by_hand' CHECK (invitations IN ('immediately', 'by_hand')),
    assign_managers   boolean     NOT NULL DEFAULT true,
    sync_photos       boolean     NOT NULL DEFAULT false,
    disabled_accounts text        NOT NULL DEFAULT 'leave_alone' CHECK (disabled_accounts IN ('leave_alone', 'deactivate')),
    saved_at          timestamptz NOT NULL DEFAULT now(),
    saved_by          text        NOT NULL,
    next_full_at      timestamptz, -- when the cron publisher asks for the next full sync
    CHECK (status = 'draft' OR (tenant_id IS NOT NULL AND group_id IS NOT NULL))
);
CREATE INDEX integrations_due ON provisioning.integrations (next_full_at) WHERE status = 'active';

CREATE TABLE provisioning.sync_runs (
    id               uuid PRIMARY KEY,
    company_id       bigint      NOT NULL REFERENCES learnamp.companies,
    revision         bigint      NOT NULL,
    trigger          text        NOT NULL CHECK (trigger IN ('initial', 'manual', 'schedule', 'settings', 'group_change')),
    requested_by     text,
    requested_at     timestamptz NOT NULL,
    state            text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished', 'failed', 'superseded')),
    ended_at         timestamptz,
    failure_category text,
    failure_message  text,
    -- The figures, counted in the transactions that make the changes; exact once the state is finished.
    people           bigint      NOT NULL DEFAULT 0, -- in scope, as the listing said
    created          bigint      NOT NULL DEFAULT 0,
    linked           bigint      NOT NULL DEFAULT 0,
    updated          bigint      NOT NULL DEFAULT 0,
    unchanged        bigint      NOT NULL DEFAULT 0,
    deactivated      bigint      NOT NULL DEFAULT 0,
    reactivated      bigint      NOT NULL DEFAULT 0,
    rejected         bigint      NOT NULL DEFAULT 0,
    parked           bigint      NOT NULL DEFAULT 0,
    looked_up        bigint      NOT NULL DEFAULT 0  -- bound and active, untouched by the run, asked for again
);
CREATE UNIQUE INDEX sync_runs_one_running ON provisioning.sync_runs (company_id)
    WHERE state = 'running' AND trigger <> 'group_change';
CREATE INDEX sync_runs_latest ON provisioning.sync_runs (company_id, requested_at DESC);

-- Everybody that the writer ever heard of, never-created and departed people included.
CREATE TABLE provisioning.ledger (
    company_id        bigint      NOT NULL REFERENCES learnamp.companies,
    object_id         uuid        NOT NULL,
    epoch             bigint      NOT NULL, -- the version: only what is newer is applied
    counter           bigint      NOT NULL,
    state             text        NOT NULL CHECK (state IN ('in_scope', 'out_of_scope', 'rejected')),
    user_id           bigint,
    manager_reading   text        NOT NULL DEFAULT 'not_read' CHECK (manager_reading IN ('not_read', 'none', 'is')),
    manager_object_id uuid,
    -- What this integration wrote last, by column: a blank in Entra clears only that.
    written           jsonb       NOT NULL DEFAULT '{}',
    observed_at       timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, object_id),
    CHECK ((manager_reading = 'is') = (manager_object_id IS NOT NULL)),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id)
);
CREATE UNIQUE INDEX ledger_user ON provisioning.ledger (company_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX ledger_manager ON provisioning.ledger (company_id, manager_object_id) WHERE manager_object_id IS NOT NULL;
CREATE INDEX ledger_version ON provisioning.ledger (company_id, epoch, counter) WHERE state = 'in_scope';

-- One row for each real change of a person, and none without one.
CREATE TABLE provisioning.history (
    company_id    bigint      NOT NULL,
    user_id       bigint      NOT NULL,
    change_number bigint      NOT NULL, -- the person's change counter; the event's id
    object_id     uuid,
    kind          text        NOT NULL CHECK (kind IN ('created', 'updated', 'deactivated', 'reactivated')),
    cause         text        NOT NULL, -- notification, delta, full_sync, admin, replay, recheck
    reason        text,                 -- linked, left_the_group, account_disabled … or who did it by hand
    run_id        uuid,
    changes       jsonb       NOT NULL, -- {"jobTitle": {"before": …, "after": …}}
    noticed_at    timestamptz,
    observed_at   timestamptz,
    mapped_at     timestamptz,
    written_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (company_id, user_id, change_number),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id)
);
CREATE INDEX history_written_at ON provisioning.history (company_id, written_at DESC);
CREATE INDEX history_run ON provisioning.history (company_id, run_id) WHERE run_id IS NOT NULL;

-- What must be said on Kafka, in the transaction that made it true. The ids of one company's rows are in the order of
-- its commits, since every writer of them holds the company's advisory lock until it commits.
CREATE TABLE provisioning.outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id bigint      NOT NULL,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    record_key text        NOT NULL,
    headers    jsonb       NOT NULL DEFAULT '{}',
    payload    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_next ON provisioning.outbox (topic, partition, id);

-- What needs a person: shown under Needs attention, gone when a newer version of the person is applied.
CREATE TABLE provisioning.attention (
    company_id bigint      NOT NULL REFERENCES learnamp.companies,
    object_id  uuid        NOT NULL,
    reason     text        NOT NULL, -- no_email, malformed_email, email_taken, command_failed, last_owner …
    detail     text,
    epoch      bigint      NOT NULL,
    counter    bigint      NOT NULL,
    payload    bytea,               -- the command that could not be applied, to be tried again
    attempts   integer     NOT NULL DEFAULT 1,
    since      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, object_id, reason)
);

-- Exactly one e-mail for each person.
CREATE TABLE provisioning.invitations (
    company_id   bigint      NOT NULL,
    user_id      bigint      NOT NULL,
    state        text        NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sending', 'sent', 'refused')),
    due_at       timestamptz NOT NULL DEFAULT now(),
    requested_by text,       -- null: by the company's preference
    attempts     integer     NOT NULL DEFAULT 0,
    claimed_at   timestamptz,
    sent_at      timestamptz,
    last_error   text,
    PRIMARY KEY (company_id, user_id),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id) ON DELETE CASCADE
);
CREATE INDEX invitations_due ON provisioning.invitations (due_at) WHERE state IN ('due', 'sending');

-- Held through every transaction that changes a company's people or settings.
CREATE FUNCTION provisioning.lock_company(company bigint) RETURNS void
    LANGUAGE sql VOLATILE
    BEGIN ATOMIC
        SELECT pg_advisory_xact_lock(7021, (company % 2147483647)::integer);
    END;

-- The cron publisher's and the senders' looks across companies: ids alone.
CREATE FUNCTION provisioning.companies_due_for_sync(at timestamptz, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT i.company_id FROM provisioning.integrations i
        WHERE i.status = 'active' AND i.next_full_at <= at
        ORDER BY i.next_full_at LIMIT most;
    END;
CREATE FUNCTION provisioning.companies_with_due_invitations(at timestamptz, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT DISTINCT i.company_id FROM provisioning.invitations i
        WHERE i.state IN ('due', 'sending') AND i.due_at <= at LIMIT most;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.companies_due_for_sync(timestamptz, integer),
    provisioning.companies_with_due_invitations(timestamptz, integer) FROM public;
GRANT EXECUTE ON FUNCTION provisioning.companies_due_for_sync(timestamptz, integer) TO admin_console;
GRANT EXECUTE ON FUNCTION provisioning.companies_with_due_invitations(timestamptz, integer) TO provisioning_writer;
GRANT EXECUTE ON FUNCTION provisioning.lock_company(bigint) TO provisioning_writer, photo_sync, admin_console;

DO $$
DECLARE
    isolated text;
BEGIN
    FOREACH isolated IN ARRAY ARRAY['integrations', 'sync_runs', 'ledger', 'history', 'outbox', 'attention', 'invitations'] LOOP
        EXECUTE format('ALTER TABLE provisioning.%I ENABLE ROW LEVEL SECURITY', isolated);
        EXECUTE format('CREATE POLICY company ON provisioning.%I USING (company_id = learnamp.current_company()) '
            'WITH CHECK (company_id = learnamp.current_company())', isolated);
    END LOOP;
END $$;

-- The relays publish for every company; each sees only the topics that its service writes.
CREATE POLICY relay ON provisioning.outbox TO provisioning_writer USING (topic = 'learnamp.user-events.v1');
CREATE POLICY relay_of_console ON provisioning.outbox TO admin_console
    USING (topic IN ('entra.integrations.v1', 'entra.sync-requests.v1'));

GRANT SELECT ON provisioning.integrations TO provisioning_writer, photo_sync;
GRANT SELECT, INSERT, UPDATE ON provisioning.integrations TO admin_console;
GRANT SELECT, INSERT, UPDATE ON provisioning.sync_runs TO provisioning_writer, admin_console;
GRANT SELECT, INSERT, UPDATE ON provisioning.ledger TO provisioning_writer;
GRANT SELECT ON provisioning.ledger TO admin_console, photo_sync;
GRANT SELECT, INSERT ON provisioning.history TO provisioning_writer, photo_sync, admin_console;
GRANT SELECT, INSERT, DELETE ON provisioning.outbox TO provisioning_writer, admin_console;
GRANT INSERT ON provisioning.outbox TO photo_sync;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.attention TO provisioning_writer, photo_sync;
GRANT SELECT ON provisioning.attention TO admin_console;
GRANT SELECT, INSERT, UPDATE ON provisioning.invitations TO provisioning_writer, admin_console;
