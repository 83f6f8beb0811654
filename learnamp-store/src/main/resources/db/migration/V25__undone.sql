-- Fields that an admin has put back as they were before a run: a sync asks before it does the same again.
CREATE TABLE provisioning.undone (
    company_id bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    field      text        NOT NULL, -- the API's name
    value      text,                 -- what was undone; null: that it was cleared
    run_id     uuid        NOT NULL,
    undone_by  text        NOT NULL,
    undone_at  timestamptz NOT NULL,
    kept       boolean     NOT NULL DEFAULT false, -- an admin was asked, and it stays undone
    PRIMARY KEY (company_id, user_id, field),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id) ON DELETE CASCADE
);
ALTER TABLE provisioning.undone ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.undone USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, DELETE ON provisioning.undone TO provisioning_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.undone TO admin_console;
