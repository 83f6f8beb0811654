-- Avatars by their content: stored once, however many people of a company share one.
CREATE TABLE learnamp.avatars (
    company_id   bigint      NOT NULL REFERENCES learnamp.companies,
    hash         text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the bytes
    content_type text        NOT NULL CHECK (content_type IN ('image/jpeg', 'image/png')),
    width        integer     NOT NULL,
    height       integer     NOT NULL,
    bytes        bytea       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, hash)
);
-- No half avatar: what a user names is there.
ALTER TABLE learnamp.users ADD FOREIGN KEY (company_id, avatar_hash) REFERENCES learnamp.avatars (company_id, hash);
CREATE INDEX users_avatar ON learnamp.users (company_id, avatar_hash) WHERE avatar_hash IS NOT NULL;

-- Each photo look gets its version before its request is sent.
CREATE SEQUENCE provisioning.photo_versions;

-- What this integration last found and set.
CREATE TABLE provisioning.photos (
    company_id  bigint      NOT NULL REFERENCES learnamp.companies,
    object_id   uuid        NOT NULL,
    version     bigint      NOT NULL,
    state       text        NOT NULL CHECK (state IN ('none', 'stored', 'refused')),
    media_etag  text, -- Graph's mark of the picture; bytes are asked for only when it differs
    avatar_hash text, -- what was set, and so what may be taken away
    refusal     text,
    checked_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, object_id),
    CHECK ((state = 'stored') = (avatar_hash IS NOT NULL))
);

-- Photos to be looked at: one row for each person, so that commands coalesce; done means deleted where the
-- generation is still the one that was claimed.
CREATE TABLE provisioning.photo_lookups (
    company_id    bigint      NOT NULL REFERENCES learnamp.companies,
    object_id     uuid        NOT NULL,
    tenant_id     uuid        NOT NULL,
    action        text        NOT NULL CHECK (action IN ('sync', 'remove')),
    epoch         bigint      NOT NULL, -- of the command
    counter       bigint      NOT NULL,
    bulk          boolean     NOT NULL, -- part of a run: after what somebody waits for
    cause         text        NOT NULL,
    run_id        uuid,
    noticed_at    timestamptz,
    generation    bigint      NOT NULL DEFAULT 1,
    attempts      integer     NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL DEFAULT now(),
    claimed_until timestamptz,
    PRIMARY KEY (company_id, object_id)
);
CREATE INDEX photo_lookups_due ON provisioning.photo_lookups (tenant_id, bulk, due_at);

-- The photos' part of a run.
CREATE TABLE provisioning.photo_figures (
    company_id bigint NOT NULL REFERENCES learnamp.companies,
    run_id     uuid   NOT NULL,
    looked_at  bigint NOT NULL DEFAULT 0,
    unchanged  bigint NOT NULL DEFAULT 0,
    fetched    bigint NOT NULL DEFAULT 0,
    removed    bigint NOT NULL DEFAULT 0,
    refused    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, run_id)
);

DO $$
DECLARE
    isolated text;
BEGIN
    FOREACH isolated IN ARRAY ARRAY['provisioning.photos', 'provisioning.photo_lookups', 'provisioning.photo_figures', 'learnamp.avatars'] LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', isolated);
        EXECUTE format('CREATE POLICY company ON %s USING (company_id = learnamp.current_company()) '
            'WITH CHECK (company_id = learnamp.current_company())', isolated);
    END LOOP;
END $$;
-- The queue is worked by tenant, so across companies; it holds ids alone.
CREATE POLICY queue ON provisioning.photo_lookups TO photo_sync USING (true) WITH CHECK (true);

GRANT USAGE ON SEQUENCE provisioning.photo_versions TO photo_sync;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.photos, provisioning.photo_lookups, provisioning.photo_figures,
    learnamp.avatars TO photo_sync;
GRANT SELECT ON learnamp.avatars, provisioning.photo_figures, provisioning.photos TO admin_console;

-- Companies with avatars that nobody has any more: ids alone, for the sweep.
CREATE FUNCTION provisioning.companies_with_unused_avatars(before timestamptz, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT DISTINCT a.company_id FROM learnamp.avatars a
        WHERE a.created_at < before
          AND NOT EXISTS (SELECT FROM learnamp.users u WHERE u.company_id = a.company_id AND u.avatar_hash = a.hash)
          AND NOT EXISTS (SELECT FROM provisioning.photos p WHERE p.company_id = a.company_id AND p.avatar_hash = a.hash)
        LIMIT most;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.companies_with_unused_avatars(timestamptz, integer) FROM public;
GRANT EXECUTE ON FUNCTION provisioning.companies_with_unused_avatars(timestamptz, integer) TO photo_sync;
