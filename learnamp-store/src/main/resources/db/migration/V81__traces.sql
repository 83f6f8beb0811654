-- The trace that the oldest hint came with, as W3C's traceparent.
ALTER TABLE directory.pending_lookup ADD COLUMN trace text;
