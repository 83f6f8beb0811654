-- The figures of a preview are those of its run.
ALTER TABLE provisioning.previews DROP COLUMN people, DROP COLUMN counts;
