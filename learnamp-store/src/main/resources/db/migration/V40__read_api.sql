-- Names as they are searched: a part of them, whatever the case of any letter. A policy keeps LIKE from every index,
-- since LIKE might tell something of rows that the policy hides. A view of the owner's, which asks for the company
-- itself, may use one; it is asked for ids alone, and the rows come from the table, from behind its policy.
DROP INDEX learnamp.users_first_name_contains, learnamp.users_last_name_contains, learnamp.users_email_contains;
CREATE INDEX users_first_name_contains ON learnamp.users
    USING gin (company_id, lower(first_name COLLATE pg_c_utf8) gin_trgm_ops);
CREATE INDEX users_last_name_contains ON learnamp.users
    USING gin (company_id, lower(last_name COLLATE pg_c_utf8) gin_trgm_ops);
CREATE INDEX users_email_contains ON learnamp.users USING gin (company_id, email gin_trgm_ops);

CREATE VIEW learnamp.folded_names AS
    SELECT id, lower(first_name COLLATE pg_c_utf8) AS first_name, lower(last_name COLLATE pg_c_utf8) AS last_name, email
    FROM learnamp.users WHERE company_id = learnamp.current_company();
GRANT SELECT ON learnamp.folded_names TO admin_console;

-- For the same reason a team is found by a column that is as it is searched, not by an expression.
ALTER TABLE learnamp.teams ADD COLUMN name_key text NOT NULL
    GENERATED ALWAYS AS (lower(btrim(name) COLLATE pg_c_utf8)) STORED;
CREATE INDEX teams_name_key ON learnamp.teams (company_id, name_key);
CREATE INDEX teams_parent ON learnamp.teams (company_id, parent_team_id) WHERE parent_team_id IS NOT NULL;

-- Members of a team, and those without one, in the order of their ids.
DROP INDEX learnamp.users_primary_team;
CREATE INDEX users_primary_team ON learnamp.users (company_id, primary_team_id, id);
