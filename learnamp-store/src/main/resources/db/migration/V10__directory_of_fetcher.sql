-- graph-fetcher's own memory of Entra: ids, versions and hashes, no personal data.

-- Rule 2: one owner for each tenant. Whatever is written under a lease checks the epoch in the same transaction.
CREATE TABLE directory.tenant_lease (
    tenant_id  uuid PRIMARY KEY,
    owner      uuid        NOT NULL, -- the process
    epoch      bigint      NOT NULL, -- greater with each owner: the greater of the last one's successor and the clock in ms
    expires_at timestamptz NOT NULL
);
CREATE INDEX tenant_lease_owner ON directory.tenant_lease (owner);

-- Whom to look at: storms of hints coalesce into one row.
CREATE TABLE directory.pending_lookup (
    tenant_id  uuid        NOT NULL,
    object_id  uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('user', 'untyped', 'joiner')), -- untyped: a new member of a group, of whatever type
    generation bigint      NOT NULL DEFAULT 1,      -- one more with each hint; done means deleted where it is still the claimed one
    due_at     timestamptz NOT NULL,
    rereads    integer     NOT NULL DEFAULT 0,      -- reads that showed no change
    attempts   integer     NOT NULL DEFAULT 0,      -- failures in a row
    asked_by   bigint[]    NOT NULL DEFAULT '{}',   -- companies that want an answer, whatever it is
    cause      text        NOT NULL,                -- of the contracts' Origin
    noticed_at timestamptz,
    queued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, object_id)
);
CREATE INDEX pending_lookup_due ON directory.pending_lookup (tenant_id, due_at);

-- Whom each company has been told of, and in which state.
CREATE TABLE directory.roster (
    company_id    bigint      NOT NULL,
    object_id     uuid        NOT NULL,
    tenant_id     uuid        NOT NULL,
    group_id      uuid        NOT NULL, -- the scope it was decided by
    state         text        NOT NULL CHECK (state IN ('in_scope', 'departed')),
    epoch         bigint      NOT NULL, -- the version of the newest message
    counter       bigint      NOT NULL,
    revision      bigint      NOT NULL,
    content_hash  bytea       NOT NULL,
    previous_hash bytea,                -- what it was before: a read that goes back to it may come from a stale replica
    changed_at    timestamptz NOT NULL,
    live_read_at  timestamptz,          -- when a look-up last said so
    departed_at   timestamptz,
    PRIMARY KEY (company_id, object_id),
    CHECK ((state = 'departed') = (departed_at IS NOT NULL))
);
CREATE INDEX roster_object ON directory.roster (tenant_id, object_id);
CREATE INDEX roster_version ON directory.roster (company_id, epoch, counter) WHERE state = 'in_scope';
CREATE INDEX roster_departed ON directory.roster (tenant_id, departed_at) WHERE state = 'departed';

-- The groups nested in each company's group, as its listings found them.
CREATE TABLE directory.closure (
    company_id bigint NOT NULL,
    group_id   uuid   NOT NULL,
    tenant_id  uuid   NOT NULL,
    epoch      bigint NOT NULL,
    counter    bigint NOT NULL,
    PRIMARY KEY (company_id, group_id)
);
CREATE INDEX closure_group ON directory.closure (tenant_id, group_id);

-- The scope that a running listing has found, until it is published.
CREATE TABLE directory.listed_member (
    run_id    uuid    NOT NULL,
    object_id uuid    NOT NULL,
    epoch     bigint  NOT NULL,
    counter   bigint  NOT NULL,
    published boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run_id, object_id)
);
CREATE INDEX listed_member_open ON directory.listed_member (run_id, object_id) WHERE NOT published;

ALTER TABLE directory.listings
    ADD COLUMN stage      text        NOT NULL DEFAULT 'scope', -- what the checkpoint is a page of
    ADD COLUMN not_before timestamptz,                          -- a group's change may not be readable at once
    ADD COLUMN group_name text,
    ADD COLUMN attempts   integer     NOT NULL DEFAULT 0;       -- failures in a row
CREATE INDEX listings_open ON directory.listings (tenant_id, requested_at)
    WHERE state IN ('queued', 'listing', 'checking_leavers');
-- Changes of groups coalesce until the listing begins.
CREATE UNIQUE INDEX listings_one_group_change ON directory.listings (company_id)
    WHERE state = 'queued' AND trigger = 'group_change';

-- Graph's promise to call: two for each tenant.
CREATE TABLE directory.subscriptions (
    tenant_id        uuid        NOT NULL,
    resource         text        NOT NULL CHECK (resource IN ('users', 'groups')),
    subscription_id  text,        -- null: there is none
    notification_url text,
    expires_at       timestamptz,
    renew_at         timestamptz, -- half-life, or at once when Graph asks
    verified_at      timestamptz,
    failures         integer     NOT NULL DEFAULT 0,
    next_attempt_at  timestamptz,
    failure_category text,
    failure_message  text,
    PRIMARY KEY (tenant_id, resource)
);
CREATE INDEX subscriptions_id ON directory.subscriptions (subscription_id) WHERE subscription_id IS NOT NULL;

-- Where each tenant's changes are followed from.
CREATE TABLE directory.delta_links (
    tenant_id   uuid        NOT NULL,
    resource    text        NOT NULL, -- users, or groups with the number of the link
    link        text        NOT NULL,
    groups      uuid[]      NOT NULL DEFAULT '{}', -- which groups it tells of
    followed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, resource)
);

-- Connections that the console wants to be checked; any process may.
CREATE TABLE directory.pending_check (
    check_id      uuid PRIMARY KEY,
    company_id    bigint      NOT NULL,
    tenant_id     uuid        NOT NULL,
    group_id      uuid        NOT NULL,
    requested_at  timestamptz NOT NULL,
    claimed_until timestamptz
);

GRANT SELECT, INSERT, UPDATE, DELETE ON directory.tenant_lease, directory.pending_lookup, directory.roster,
    directory.closure, directory.listed_member, directory.subscriptions, directory.delta_links,
    directory.pending_check TO graph_fetcher;
