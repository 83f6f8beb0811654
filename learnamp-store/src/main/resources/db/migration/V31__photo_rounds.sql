-- The daily round is spread over hours, and still goes to Graph twenty at a time.
ALTER TABLE provisioning.photo_lookups
    ADD COLUMN early  boolean NOT NULL DEFAULT false, -- may be looked at before it is due, to fill a batch
    ADD COLUMN afresh boolean NOT NULL DEFAULT true;  -- asked for even if there was none a short while ago
CREATE INDEX photo_lookups_run ON provisioning.photo_lookups (company_id, run_id) WHERE run_id IS NOT NULL;
-- For the run's page: how many of its photos wait.
GRANT SELECT (company_id, run_id) ON provisioning.photo_lookups TO admin_console;

-- Somebody who has gone: what is known of the photo is no longer remembered against a return.
ALTER TABLE provisioning.photos DROP CONSTRAINT photos_state_check;
ALTER TABLE provisioning.photos ADD CONSTRAINT photos_state_check
    CHECK (state IN ('none', 'stored', 'refused', 'gone'));

-- Keys of the links to avatars that the API hands out: the newest signs, older ones are believed until they are
-- deleted. They open nothing but pictures, and whoever reads this table can read those anyway.
CREATE TABLE learnamp.avatar_link_keys (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    secret     bytea       NOT NULL CHECK (length(secret) = 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, DELETE ON learnamp.avatar_link_keys TO admin_console;
