-- An admin's word on who somebody in Entra is: the person here who has the address, or somebody new. It holds of that
-- person alone, and is carried out by the next look at the object.
CREATE TABLE provisioning.identity_choices (
    company_id bigint      NOT NULL,
    object_id  uuid        NOT NULL,
    user_id    bigint      NOT NULL, -- who has the address
    choice     text        NOT NULL CHECK (choice IN ('same_person', 'new_person')),
    chosen_by  text        NOT NULL,
    chosen_at  timestamptz NOT NULL,
    PRIMARY KEY (company_id, object_id),
    FOREIGN KEY (company_id, user_id) REFERENCES learnamp.users (company_id, id) ON DELETE CASCADE
);
ALTER TABLE provisioning.identity_choices ENABLE ROW LEVEL SECURITY;
CREATE POLICY company ON provisioning.identity_choices USING (company_id = learnamp.current_company())
    WITH CHECK (company_id = learnamp.current_company());
GRANT SELECT ON provisioning.identity_choices TO provisioning_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON provisioning.identity_choices TO admin_console;

-- Since when the tenant is this one: whoever was last seen in another has an object id that means nothing any more, and
-- is bound again by his address.
ALTER TABLE provisioning.integrations ADD COLUMN tenant_revision bigint NOT NULL DEFAULT 0;
CREATE FUNCTION provisioning.note_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.tenant_id IS DISTINCT FROM OLD.tenant_id THEN
        NEW.tenant_revision := NEW.revision;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER note_tenant BEFORE INSERT OR UPDATE ON provisioning.integrations
    FOR EACH ROW EXECUTE FUNCTION provisioning.note_tenant();

