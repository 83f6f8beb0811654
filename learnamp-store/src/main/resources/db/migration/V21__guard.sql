-- What stands between a command and what it would destroy: limits, grace periods, holds, reviews, previews.

-- A share of the active people and a number, the greater of the two counts; without both there is no limit.
-- A company without a row has the writer's defaults.
CREATE TABLE provisioning.guard_settings (
    company_id    bigint PRIMARY KEY REFERENCES learnamp.companies,
    grace_hours   integer     NOT NULL CHECK (grace_hours BETWEEN 0 AND 2160),
    limit_percent integer CHECK (limit_percent BETWEEN 1 AND 50),
    limit_people  integer CHECK (limit_people BETWEEN 1 AND 500),
    window_hours  integer     NOT NULL CHECK (window_hours BETWEEN 1 AND 168),
    saved_at      timestamptz NOT NULL,
    saved_by      text        NOT NULL
);

-- How many people the limits have let through, by the hour in which they were.
CREATE TABLE provisioning.guard_counts (
    company_id bigint      NOT NULL REFERENCES learnamp.companies,
    kind       text        NOT NULL CHECK (kind IN ('deactivation', 'creation', 'invitation', 'clearing')),
    hour       timestamptz NOT NULL,
    people     bigint      NOT NULL,
    PRIMARY KEY (company_id, kind, hour)
);

-- While a company's directory can't be seen, its timers stand still: since when that is so.
CREATE TABLE provisioning.guard_blindness (
    company_id  bigint PRIMARY KEY REFERENCES learnamp.companies,
    blind_since timestamptz NOT NULL
);

-- An admin protects somebody from deactivation.
CREATE TABLE provisioning.holds (
    company_id bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    held_by    text        NOT NULL,
    held_at    timestamptz NOT NULL,
    until      timestamptz, -- null: until somebody releases
    PRIMARY KEY (company_id, user_id),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id) ON DELETE CASCADE
);

-- What waits for an admin's decision, together.
CREATE TABLE provisioning.reviews (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    company_id   bigint      NOT NULL REFERENCES learnamp.companies,
    kind         text        NOT NULL CHECK (kind IN ('deactivation', 'creation', 'invitation', 'clearing')),
    cause        text        NOT NULL CHECK (cause IN ('over_limit', 'changed_scope')),
    state        text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'expired')),
    most_people  bigint,     -- the limit that it would have been over
    window_hours integer,
    opened_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    told_at      timestamptz,
    closed_at    timestamptz
);
CREATE UNIQUE INDEX reviews_one_open ON provisioning.reviews (company_id, kind, cause) WHERE state = 'open';
CREATE INDEX reviews_latest ON provisioning.reviews (company_id, opened_at DESC);

-- Each person of whom something is kept back. grace: until due_at; review: until somebody decides; held: as long as the
-- person is; released: held no more; asked: a new look was asked for, and what it says is done; rejected: never, unless
-- an admin approves after all.
CREATE TABLE provisioning.withheld (
    company_id  bigint      NOT NULL REFERENCES learnamp.companies,
    object_id   uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('deactivation', 'creation', 'invitation', 'clearing')),
    state       text        NOT NULL CHECK (state IN ('grace', 'review', 'held', 'released', 'asked', 'rejected')),
    approved    boolean     NOT NULL DEFAULT false,
    review_id   uuid REFERENCES provisioning.reviews,
    user_id     bigint,     -- null: not in Learn Amp yet
    name        text,       -- of somebody who is not in Learn Amp yet
    email       text,
    reason      text        NOT NULL, -- left_the_group, deleted …
    run_id      uuid,
    epoch       bigint      NOT NULL, -- the newest command that was kept back
    counter     bigint      NOT NULL,
    since       timestamptz NOT NULL,
    due_at      timestamptz,
    asked_at    timestamptz,
    decided_by  text,
    decided_at  timestamptz,
    PRIMARY KEY (company_id, object_id, kind),
    CHECK (state <> 'grace' OR due_at IS NOT NULL)
);
CREATE INDEX withheld_review ON provisioning.withheld (company_id, review_id, object_id) WHERE review_id IS NOT NULL;
CREATE INDEX withheld_user ON provisioning.withheld (company_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX withheld_state ON provisioning.withheld (company_id, kind, state, due_at);

-- What the first run in a scope would do: nothing is done until an admin confirms it.
CREATE TABLE provisioning.previews (
    company_id   bigint PRIMARY KEY REFERENCES learnamp.companies,
    run_id       uuid        NOT NULL,
    revision     bigint      NOT NULL,
    people       bigint      NOT NULL,
    counts       jsonb       NOT NULL, -- {"created": 1087, "linked": 154 …}
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    told_at      timestamptz,
    confirmed_at timestamptz,
    confirmed_by text
);
CREATE TABLE provisioning.preview_people (
    company_id bigint NOT NULL REFERENCES learnamp.companies,
    object_id  uuid   NOT NULL,
    epoch      bigint NOT NULL,
    counter    bigint NOT NULL,
    outcome    text   NOT NULL, -- created, linked, updated, reactivated, unchanged, rejected, leaves
    reason     text,
    user_id    bigint,
    name       text,
    email      text,
    changes    jsonb  NOT NULL DEFAULT '{}',
    PRIMARY KEY (company_id, object_id)
);
CREATE INDEX preview_people_outcome ON provisioning.preview_people (company_id, outcome, object_id);

-- The scope is a tenant and a group. Whoever was never seen in the present one does not leave by himself, and nothing is
-- done in it before an admin has confirmed what the first run would do.
ALTER TABLE provisioning.integrations
    ADD COLUMN scope_revision     bigint  NOT NULL DEFAULT 0,  -- since when tenant and group are these
    ADD COLUMN confirmed_revision bigint  NOT NULL DEFAULT -1, -- of the settings whose preview was confirmed last
    ADD COLUMN opening            boolean NOT NULL DEFAULT false; -- confirmed, and the run that makes it true not complete yet
UPDATE provisioning.integrations SET confirmed_revision = revision WHERE status <> 'draft';
ALTER TABLE provisioning.ledger ADD COLUMN seen_revision bigint NOT NULL DEFAULT 0; -- of the newest command that had him in scope

CREATE FUNCTION provisioning.note_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.scope_revision := NEW.revision;
    ELSIF NEW.tenant_id IS DISTINCT FROM OLD.tenant_id OR NEW.group_id IS DISTINCT FROM OLD.group_id THEN
        NEW.scope_revision := NEW.revision;
        NEW.opening := false;
        -- What was approved was approved of the scope of that time.
        UPDATE provisioning.withheld SET approved = false, state = 'released', due_at = NULL
        WHERE company_id = NEW.company_id AND kind = 'deactivation' AND state IN ('grace', 'asked');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER note_scope BEFORE INSERT OR UPDATE ON provisioning.integrations
    FOR EACH ROW EXECUTE FUNCTION provisioning.note_scope();

ALTER TABLE provisioning.sync_runs DROP CONSTRAINT sync_runs_state_check;
ALTER TABLE provisioning.sync_runs ADD CONSTRAINT sync_runs_state_check
    CHECK (state IN ('running', 'finished', 'failed', 'superseded', 'previewed'));
ALTER TABLE provisioning.sync_runs ADD COLUMN waiting bigint NOT NULL DEFAULT 0; -- kept back by the guard

-- The guard's looks across companies: ids alone, and whether a company's directory can be seen.
CREATE FUNCTION provisioning.companies_to_guard(most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT c.id FROM learnamp.companies c
        WHERE EXISTS (SELECT FROM provisioning.withheld w WHERE w.company_id = c.id)
           OR EXISTS (SELECT FROM provisioning.holds h WHERE h.company_id = c.id AND h.until IS NOT NULL)
           OR EXISTS (SELECT FROM provisioning.previews p WHERE p.company_id = c.id)
           OR EXISTS (SELECT FROM provisioning.reviews r WHERE r.company_id = c.id AND r.state <> 'closed')
        ORDER BY c.id LIMIT most;
    END;
CREATE FUNCTION provisioning.directory_is_seen() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM provisioning.integrations i
                       WHERE i.company_id = learnamp.current_company() AND i.status = 'active')
           AND NOT EXISTS (SELECT FROM directory.connections c
                           WHERE c.company_id = learnamp.current_company() AND c.state <> 'ok');
    END;
REVOKE EXECUTE ON FUNCTION provisioning.companies_to_guard(integer), provisioning.directory_is_seen() FROM public;
GRANT EXECUTE ON FUNCTION provisioning.companies_to_guard(integer) TO provisioning_writer;
GRANT EXECUTE ON FUNCTION provisioning.directory_is_seen() TO provisioning_writer, admin_console;

DO $$
DECLARE
    isolated text;
BEGIN
    FOREACH isolated IN ARRAY ARRAY['guard_settings', 'guard_counts', 'guard_blindness', 'holds', 'reviews', 'withheld',
        'previews', 'preview_people'] LOOP
        EXECUTE format('ALTER TABLE provisioning.%I ENABLE ROW LEVEL SECURITY', isolated);
        EXECUTE format('CREATE POLICY company ON provisioning.%I USING (company_id = learnamp.current_company()) '
            'WITH CHECK (company_id = learnamp.current_company())', isolated);
    END LOOP;
END $$;

GRANT SELECT ON provisioning.guard_settings TO provisioning_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.guard_counts, provisioning.guard_blindness, provisioning.reviews,
    provisioning.withheld, provisioning.previews, provisioning.preview_people TO provisioning_writer;
GRANT SELECT, DELETE ON provisioning.holds TO provisioning_writer;
GRANT UPDATE (opening) ON provisioning.integrations TO provisioning_writer;
GRANT SELECT, INSERT, UPDATE ON provisioning.guard_settings TO admin_console;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.holds TO admin_console;
GRANT SELECT, UPDATE ON provisioning.reviews, provisioning.withheld, provisioning.previews TO admin_console;
GRANT SELECT ON provisioning.preview_people, provisioning.guard_blindness TO admin_console;
GRANT DELETE ON provisioning.attention TO admin_console; -- an alarm about a review that was decided after all
