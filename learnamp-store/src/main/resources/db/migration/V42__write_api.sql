-- Somebody deactivated by hand leaves his people to the Owner; a link that provisioning wrote stays its own, so that
-- Entra can still clear it.
GRANT UPDATE (written) ON provisioning.ledger TO admin_console;
