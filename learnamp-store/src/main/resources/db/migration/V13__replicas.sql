-- Which processes are alive, so that each owns its share of the tenants.
CREATE TABLE directory.replica (
    owner   uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.replica TO graph_fetcher;
