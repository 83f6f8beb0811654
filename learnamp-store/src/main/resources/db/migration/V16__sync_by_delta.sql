-- The daily sync asks what has changed, and lists nobody where the last full listing is recent.
ALTER TABLE directory.listings
    ADD COLUMN by_delta boolean NOT NULL DEFAULT false; -- first_epoch and first_counter are those of the last full listing
ALTER TABLE directory.delta_links
    ADD COLUMN made_at timestamptz NOT NULL DEFAULT clock_timestamp(); -- it tells of whatever has changed since then
