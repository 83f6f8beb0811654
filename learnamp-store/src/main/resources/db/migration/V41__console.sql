-- What the console's pages need.

-- Sign-ins that failed, for a while: who tries too often has to wait. Hashes of addresses, no personal data.
CREATE TABLE learnamp.sign_in_failures (
    address_hash bytea       NOT NULL,
    failed_at    timestamptz NOT NULL
);
CREATE INDEX sign_in_failures_address ON learnamp.sign_in_failures (address_hash, failed_at);
CREATE INDEX sign_in_failures_failed_at ON learnamp.sign_in_failures (failed_at);
GRANT SELECT, INSERT, DELETE ON learnamp.sign_in_failures TO admin_console;

-- Checks of a connection that were asked for; graph-fetcher's answers are in directory.connection_checks.
CREATE TABLE provisioning.check_requests (
    check_id     uuid PRIMARY KEY,
    company_id   bigint      NOT NULL REFERENCES learnamp.companies,
    tenant_id    uuid        NOT NULL,
    group_id     uuid        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL
);
CREATE INDEX check_requests_company ON provisioning.check_requests (company_id, requested_at DESC);
ALTER TABLE provisioning.check_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.check_requests USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT, DELETE ON provisioning.check_requests TO admin_console;

-- People as a list shows and searches them, in the order of their names. A view of the owner's for the same reason as
-- learnamp.folded_names: it asks for the company itself, so that its conditions may use an index; ids alone are taken
-- from it.
CREATE INDEX users_by_name ON learnamp.users
    (company_id, lower(last_name COLLATE pg_c_utf8), lower(first_name COLLATE pg_c_utf8), id);
CREATE INDEX users_words ON learnamp.users USING gin
    (company_id, lower((first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(department, '')) COLLATE pg_c_utf8)
     gin_trgm_ops);
CREATE VIEW learnamp.people_by_name AS
    SELECT id, status,
           lower(last_name COLLATE pg_c_utf8) AS last_name,
           lower(first_name COLLATE pg_c_utf8) AS first_name,
           lower((first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(department, '')) COLLATE pg_c_utf8) AS words
    FROM learnamp.users WHERE company_id = learnamp.current_company();
GRANT SELECT ON learnamp.people_by_name TO admin_console;

-- Where the latest changes of a company are looked up.
CREATE INDEX history_latest ON provisioning.history (company_id, written_at DESC, user_id, change_number);
DROP INDEX provisioning.history_written_at;
