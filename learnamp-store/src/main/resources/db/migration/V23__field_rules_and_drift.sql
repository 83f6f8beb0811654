-- How a mapped field is written, by the field's API name; what is not here is written always.
ALTER TABLE provisioning.integrations ADD COLUMN field_rules jsonb NOT NULL DEFAULT '{}';

-- Changes by hand of what this integration had written, which a sync has overridden. The change of the history has
-- what was found as before, and what Entra says as after.
CREATE TABLE provisioning.drift (
    company_id    bigint NOT NULL,
    user_id       bigint NOT NULL,
    change_number bigint NOT NULL,
    field         text   NOT NULL, -- the API's name
    written       text   NOT NULL, -- what this integration had written
    found         text,            -- what somebody made of it; null: cleared
    PRIMARY KEY (company_id, user_id, change_number, field),
    FOREIGN KEY (company_id, user_id, change_number) REFERENCES provisioning.history ON DELETE CASCADE
);
ALTER TABLE provisioning.drift ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.drift USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT ON provisioning.drift TO provisioning_writer;
GRANT SELECT ON provisioning.drift TO admin_console;

-- A team's name as it is compared: surrounding space, case and the way in which letters are composed don't matter, in any
-- alphabet and whatever the database's own collation.
CREATE FUNCTION learnamp.team_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN casefold(normalize(btrim(name, U&' \0009\000A\000D\00A0\2007\202F\3000'), NFC) COLLATE pg_unicode_fast);
ALTER TABLE learnamp.teams ADD COLUMN match_key text NOT NULL GENERATED ALWAYS AS (learnamp.team_key(name)) STORED;
DROP INDEX learnamp.teams_name;
CREATE UNIQUE INDEX teams_match_key ON learnamp.teams (company_id, match_key);
