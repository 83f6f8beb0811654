-- What provisioning-writer needs beyond the first layout.

-- An address that Entra gives to this person while another one holds it in Learn Amp: the person waits for it.
ALTER TABLE provisioning.ledger ADD COLUMN claimed_email text;
CREATE INDEX ledger_claims ON provisioning.ledger (company_id, claimed_email) WHERE claimed_email IS NOT NULL;

-- held: made by a run, leaves after its end; unknown: the sender was cut off between asking and hearing the mail server.
ALTER TABLE provisioning.invitations DROP CONSTRAINT invitations_state_check;
ALTER TABLE provisioning.invitations ADD CONSTRAINT invitations_state_check
    CHECK (state IN ('held', 'due', 'sending', 'sent', 'refused', 'unknown'));

-- Ids are taken before the rows are written, so that people made in one batch can name each other as manager.
GRANT USAGE ON SEQUENCE learnamp.users_id_seq TO provisioning_writer;
