-- Tenant ids sealed by the console (TenantSeal), with a keyed hash by which equal ones are found; the keys are not in the
-- database. What is here in the clear the console seals when it starts, and nothing writes it any more.
ALTER TABLE provisioning.integrations
    ADD COLUMN tenant_sealed bytea,
    ADD COLUMN tenant_hash   bytea,
    ADD CONSTRAINT integrations_sealed CHECK ((tenant_sealed IS NULL) = (tenant_hash IS NULL)),
    DROP CONSTRAINT integrations_check,
    ADD CONSTRAINT integrations_check
        CHECK (status = 'draft' OR (tenant_sealed IS NOT NULL OR tenant_id IS NOT NULL) AND group_id IS NOT NULL);
CREATE INDEX integrations_tenant ON provisioning.integrations (tenant_hash) WHERE tenant_hash IS NOT NULL;

ALTER TABLE provisioning.tenant_claims
    ALTER COLUMN tenant_id DROP NOT NULL,
    ADD COLUMN tenant_sealed bytea,
    ADD COLUMN tenant_hash   bytea,
    ADD CHECK (tenant_sealed IS NOT NULL AND tenant_hash IS NOT NULL OR tenant_id IS NOT NULL);
DROP INDEX provisioning.tenant_claims_asked;
CREATE INDEX tenant_claims_asked ON provisioning.tenant_claims (tenant_hash) WHERE state = 'asked';

ALTER TABLE provisioning.tenant_bindings
    ALTER COLUMN tenant_id DROP NOT NULL,
    ADD COLUMN tenant_sealed bytea,
    ADD COLUMN tenant_hash   bytea,
    ADD CHECK (tenant_sealed IS NOT NULL AND tenant_hash IS NOT NULL OR tenant_id IS NOT NULL);
GRANT UPDATE (tenant_id, tenant_sealed, tenant_hash) ON provisioning.tenant_bindings TO admin_console;

ALTER TABLE provisioning.check_requests
    ALTER COLUMN tenant_id DROP NOT NULL,
    ADD COLUMN tenant_sealed bytea,
    ADD COLUMN tenant_hash   bytea,
    ADD CHECK (tenant_sealed IS NOT NULL OR tenant_id IS NOT NULL);
GRANT UPDATE (tenant_id, tenant_sealed, tenant_hash) ON provisioning.check_requests TO admin_console;

-- Whoever is on the way to Microsoft now begins again.
DELETE FROM learnamp.openid_requests WHERE tenant_id IS NOT NULL;
ALTER TABLE learnamp.openid_requests DROP COLUMN tenant_id, ADD COLUMN tenant_sealed bytea;

-- Sealing is no change of the tenant.
CREATE FUNCTION provisioning.tenant_changes(before provisioning.integrations, after provisioning.integrations)
    RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT CASE
            WHEN before.tenant_hash IS NOT NULL AND after.tenant_hash IS NOT NULL THEN before.tenant_hash <> after.tenant_hash
            WHEN before.tenant_id IS NOT NULL AND after.tenant_id IS NOT NULL THEN before.tenant_id <> after.tenant_id
            ELSE (before.tenant_id IS NULL AND before.tenant_hash IS NULL)
                 <> (after.tenant_id IS NULL AND after.tenant_hash IS NULL)
        END;
    END;
CREATE OR REPLACE FUNCTION provisioning.note_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR provisioning.tenant_changes(OLD, NEW) THEN
        NEW.tenant_revision := NEW.revision;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION provisioning.note_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.scope_revision := NEW.revision;
    ELSIF provisioning.tenant_changes(OLD, NEW) OR NEW.group_id IS DISTINCT FROM OLD.group_id THEN
        NEW.scope_revision := NEW.revision;
        NEW.opening := false;
        -- What was approved was approved of the scope of that time.
        UPDATE provisioning.withheld SET approved = false, state = 'released', due_at = NULL
        WHERE company_id = NEW.company_id AND kind = 'deactivation' AND state IN ('grace', 'asked');
    END IF;
    RETURN NEW;
END $$;

-- As before, by the hash.
DROP FUNCTION provisioning.lock_tenant(uuid), provisioning.tenant_is_bound_elsewhere(uuid), provisioning.tenant_requests();
CREATE FUNCTION provisioning.lock_tenant(hash bytea) RETURNS void
    LANGUAGE sql VOLATILE SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT pg_advisory_xact_lock(hashtextextended('tenant ' || encode(hash, 'hex'), 0));
    END;
CREATE FUNCTION provisioning.tenant_is_bound_elsewhere(hash bytea) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM provisioning.integrations i
                       WHERE i.tenant_hash = hash AND i.company_id IS DISTINCT FROM learnamp.current_company());
    END;
CREATE FUNCTION provisioning.tenant_requests()
    RETURNS TABLE (company_id bigint, company text, claimed_by text, claimed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT r.company_id, c.name, r.claimed_by, r.claimed_at
        FROM provisioning.tenant_claims r
        JOIN learnamp.companies c ON c.id = r.company_id
        JOIN provisioning.integrations i ON i.tenant_hash = r.tenant_hash
        WHERE r.state = 'asked' AND i.company_id = learnamp.current_company() AND r.company_id <> i.company_id
        ORDER BY r.claimed_at;
    END;
REVOKE EXECUTE ON FUNCTION provisioning.lock_tenant(bytea), provisioning.tenant_is_bound_elsewhere(bytea),
    provisioning.tenant_requests() FROM public;
GRANT EXECUTE ON FUNCTION provisioning.lock_tenant(bytea), provisioning.tenant_is_bound_elsewhere(bytea),
    provisioning.tenant_requests() TO admin_console;
