-- The trace that the command came with, as W3C's traceparent.
ALTER TABLE provisioning.photo_lookups ADD COLUMN trace text;
