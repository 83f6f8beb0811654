-- The console's lists of invitations, each read by its key from where a page begins.
CREATE INDEX invitations_scheduled ON provisioning.invitations (company_id, due_at, user_id)
    WHERE state IN ('held', 'due', 'sending');
CREATE INDEX invitations_sent ON provisioning.invitations (company_id, sent_at, user_id) WHERE state = 'sent';
CREATE INDEX invitations_refused ON provisioning.invitations (company_id, due_at, user_id)
    WHERE state IN ('refused', 'unknown');
