-- A look-up that was begun and not written down: what it said may have been told all the same.
ALTER TABLE directory.pending_lookup
    ADD COLUMN taken boolean NOT NULL DEFAULT false;

-- Whose manager somebody is, and was: when he is deleted or comes back, Graph says nothing of his reports.
ALTER TABLE directory.roster
    ADD COLUMN manager_id        uuid,
    ADD COLUMN former_manager_id uuid; -- until there is another
CREATE INDEX roster_manager ON directory.roster (tenant_id, manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX roster_former_manager ON directory.roster (tenant_id, former_manager_id) WHERE former_manager_id IS NOT NULL;

-- What an admin should know although everything works, and what Microsoft did not announce but was found.
ALTER TABLE directory.connections
    ADD COLUMN notice         text,
    ADD COLUMN unannounced    bigint NOT NULL DEFAULT 0,
    ADD COLUMN unannounced_at timestamptz;
