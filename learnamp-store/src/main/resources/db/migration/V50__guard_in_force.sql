-- A company's guard as it is in force: what it has saved, else what holds for everybody. Whoever reads it sees his own
-- company alone, by the rows underneath.
CREATE VIEW provisioning.guard_in_force WITH (security_invoker = true) AS
    SELECT c.id AS company_id,
           coalesce(s.grace_hours, 0) AS grace_hours,
           CASE WHEN s.company_id IS NULL THEN 10 ELSE s.limit_percent END AS limit_percent,
           CASE WHEN s.company_id IS NULL THEN 20 ELSE s.limit_people END AS limit_people,
           coalesce(s.window_hours, 24) AS window_hours,
           s.saved_at, s.saved_by
    FROM learnamp.companies c LEFT JOIN provisioning.guard_settings s ON s.company_id = c.id;
GRANT SELECT ON provisioning.guard_in_force TO provisioning_writer, admin_console;
