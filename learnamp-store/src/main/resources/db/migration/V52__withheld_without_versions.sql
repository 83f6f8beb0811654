-- What was kept back is looked at anew before it is done: its version decides nothing.
ALTER TABLE provisioning.withheld DROP COLUMN epoch, DROP COLUMN counter;

-- The console decides reviews; the rest of their life is the writer's.
REVOKE SELECT ON provisioning.guard_blindness FROM admin_console;
REVOKE EXECUTE ON FUNCTION provisioning.directory_is_seen() FROM admin_console;
REVOKE DELETE ON provisioning.attention FROM admin_console;
