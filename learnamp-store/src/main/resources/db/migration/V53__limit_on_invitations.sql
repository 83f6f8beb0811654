-- kept_back: too many at once; it waits in a review.
ALTER TABLE provisioning.invitations DROP CONSTRAINT invitations_state_check;
ALTER TABLE provisioning.invitations ADD CONSTRAINT invitations_state_check
    CHECK (state IN ('held', 'due', 'kept_back', 'sending', 'sent', 'refused', 'unknown'));
-- Since when no limit stands in its way: it was within it, or an admin has said yes. Each is counted once, however often
-- the mail server is asked.
ALTER TABLE provisioning.invitations ADD COLUMN let_through_at timestamptz;
UPDATE provisioning.invitations SET let_through_at = now() WHERE attempts > 0;
CREATE INDEX invitations_kept_back ON provisioning.invitations (company_id) WHERE state = 'kept_back';
