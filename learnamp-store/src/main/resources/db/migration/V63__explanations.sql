-- What Entra says about somebody of whom an admin has asked; for an hour.
CREATE TABLE directory.explanations (
    question_id uuid PRIMARY KEY,
    company_id  bigint      NOT NULL,
    failure     text,                  -- what an admin reads; null: it was read
    people      jsonb       NOT NULL,  -- [{"id": …, "state": present, in_bin or absent, "member": …, "chain": […], …}]
    read_at     timestamptz NOT NULL
);
CREATE INDEX explanations_read_at ON directory.explanations (read_at);
ALTER TABLE directory.explanations ENABLE ROW LEVEL SECURITY;
CREATE POLICY fetcher ON directory.explanations TO graph_fetcher USING (true) WITH CHECK (true);
CREATE POLICY company ON directory.explanations TO admin_console USING (company_id = learnamp.current_company());
GRANT SELECT, INSERT, DELETE ON directory.explanations TO graph_fetcher;
GRANT SELECT ON directory.explanations TO admin_console;
