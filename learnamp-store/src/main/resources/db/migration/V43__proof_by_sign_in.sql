-- Sign-ins at an OpenID provider, and consents, that were begun here and have not come back yet: each is good once, for
-- ten minutes, and only in the browser that began it. Belongs to no company, as sessions don't.
CREATE TABLE learnamp.openid_requests (
    state_hash    bytea PRIMARY KEY,
    browser_hash  bytea       NOT NULL,
    purpose       text        NOT NULL CHECK (purpose IN ('sign_in', 'prove_tenant', 'admin_consent')),
    nonce         text        NOT NULL,
    code_verifier text        NOT NULL,
    return_to     text,       -- of a sign-in: where to go afterwards
    chosen        text,       -- of a sign-in: which of several companies
    company_id    bigint REFERENCES learnamp.companies,
    tenant_id     uuid,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX openid_requests_expires_at ON learnamp.openid_requests (expires_at);
GRANT SELECT, INSERT, DELETE ON learnamp.openid_requests TO admin_console;

-- The tenant that a company wants to be bound to, until it is: entered, then proved by an administrator's sign-in, and
-- then, where the tenant is bound to another company, waiting for an Owner of that company.
CREATE TABLE provisioning.tenant_claims (
    company_id  bigint PRIMARY KEY REFERENCES learnamp.companies,
    tenant_id   uuid        NOT NULL,
    group_id    uuid,
    state       text        NOT NULL CHECK (state IN ('entered', 'asked', 'declined')),
    claimed_by  text        NOT NULL,
    claimed_at  timestamptz NOT NULL,
    proved_by   text,       -- the object id, in that tenant, of the administrator who signed in
    proved_at   timestamptz,
    answered_at timestamptz,
    CHECK (state = 'entered' OR (proved_by IS NOT NULL AND proved_at IS NOT NULL))
);
CREATE INDEX tenant_claims_asked ON provisioning.tenant_claims (tenant_id) WHERE state = 'asked';
ALTER TABLE provisioning.tenant_claims ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.tenant_claims USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.tenant_claims TO admin_console;

-- Every binding that there was, and on what grounds; only ever added to.
CREATE TABLE provisioning.tenant_bindings (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    company_id bigint      NOT NULL REFERENCES learnamp.companies,
    tenant_id  uuid        NOT NULL,
    grounds    text        NOT NULL CHECK (grounds IN ('proof', 'agreement', 'operations')),
    bound_by   text        NOT NULL,
    proved_by  text,
    agreed_by  text,
    bound_at   timestamptz NOT NULL
);
CREATE INDEX tenant_bindings_company ON provisioning.tenant_bindings (company_id, id DESC);
ALTER TABLE provisioning.tenant_bindings ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.tenant_bindings USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT, INSERT ON provisioning.tenant_bindings TO admin_console;

-- Whether a tenant is bound to a company other than the transaction's; nothing else of it is told. The lock lets two
-- companies that prove the same tenant at once do so one after the other.
CREATE FUNCTION provisioning.lock_tenant(tenant uuid) RETURNS void
    LANGUAGE sql VOLATILE SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT pg_advisory_xact_lock(hashtextextended('tenant ' || tenant::text, 0));
    END;
CREATE FUNCTION provisioning.tenant_is_bound_elsewhere(tenant uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM provisioning.integrations i
                       WHERE i.tenant_id = tenant AND i.company_id IS DISTINCT FROM learnamp.current_company());
    END;

-- The companies that ask to share the tenant of the transaction's company.
CREATE FUNCTION provisioning.tenant_requests()
    RETURNS TABLE (company_id bigint, company text, claimed_by text, claimed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT r.company_id, c.name, r.claimed_by, r.claimed_at
        FROM provisioning.tenant_claims r
        JOIN learnamp.companies c ON c.id = r.company_id
        JOIN provisioning.integrations i ON i.tenant_id = r.tenant_id
        WHERE r.state = 'asked' AND i.company_id = learnamp.current_company() AND r.company_id <> i.company_id
        ORDER BY r.claimed_at;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.lock_tenant(uuid), provisioning.tenant_is_bound_elsewhere(uuid),
    provisioning.tenant_requests() FROM public;
GRANT EXECUTE ON FUNCTION provisioning.lock_tenant(uuid), provisioning.tenant_is_bound_elsewhere(uuid),
    provisioning.tenant_requests() TO admin_console;
