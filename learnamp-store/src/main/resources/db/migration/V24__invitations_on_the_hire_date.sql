ALTER TABLE provisioning.integrations DROP CONSTRAINT integrations_invitations_check;
ALTER TABLE provisioning.integrations ADD CONSTRAINT integrations_invitations_check
    CHECK (invitations IN ('immediately', 'on_hire_date', 'by_hand'));
