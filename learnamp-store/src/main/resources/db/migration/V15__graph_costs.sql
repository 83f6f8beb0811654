-- What runs and tenants cost at Microsoft Graph.
ALTER TABLE directory.listings
    ADD COLUMN resource_units bigint NOT NULL DEFAULT 0, -- as Graph counts them
    ADD COLUMN stage_pages    bigint NOT NULL DEFAULT 0, -- read in the stage under way
    ADD COLUMN stepped_at     timestamptz;               -- companies of a tenant take turns

CREATE TABLE directory.graph_usage (
    tenant_id      uuid   NOT NULL,
    day            date   NOT NULL, -- of UTC
    lane           text   NOT NULL CHECK (lane IN ('live', 'bulk')),
    requests       bigint NOT NULL, -- over HTTP: a batch is one
    resource_units bigint NOT NULL,
    throttled      bigint NOT NULL, -- how many of them Graph refused as too many
    PRIMARY KEY (tenant_id, day, lane)
);
CREATE INDEX graph_usage_day ON directory.graph_usage (day);

GRANT SELECT, INSERT, UPDATE, DELETE ON directory.graph_usage TO graph_fetcher;
GRANT SELECT ON directory.graph_usage TO admin_console;
