-- People as Entra has them, read for an admin who tries a mapping before it is saved; for an hour.
CREATE TABLE directory.samples (
    sample_id  uuid PRIMARY KEY,
    company_id bigint      NOT NULL,
    failure    text,                  -- what an admin reads; null: it was read
    people     jsonb       NOT NULL,  -- [{"id": …, "attributes": as the contracts' EntraUser}]
    read_at    timestamptz NOT NULL
);
CREATE INDEX samples_read_at ON directory.samples (read_at);
ALTER TABLE directory.samples ENABLE ROW LEVEL SECURITY;
CREATE POLICY fetcher ON directory.samples TO graph_fetcher USING (true) WITH CHECK (true);
CREATE POLICY company ON directory.samples TO admin_console USING (company_id = learnamp.current_company());
GRANT SELECT, INSERT, DELETE ON directory.samples TO graph_fetcher;
GRANT SELECT ON directory.samples TO admin_console;

-- Mappings that are tried, each on one sample.
CREATE TABLE provisioning.mapping_trials (
    trial_id     uuid PRIMARY KEY, -- the sample's id too
    company_id   bigint      NOT NULL REFERENCES learnamp.companies,
    mapping      jsonb       NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL
);
CREATE INDEX mapping_trials_company ON provisioning.mapping_trials (company_id, requested_at);
ALTER TABLE provisioning.mapping_trials ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.mapping_trials USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT, DELETE ON provisioning.mapping_trials TO admin_console;
