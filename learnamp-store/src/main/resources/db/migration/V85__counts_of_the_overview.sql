-- What the overview counts is counted in indexes alone: the people by status, with those whom Entra has too, and the
-- changes of thirty days by their kind.
CREATE INDEX users_followed ON learnamp.users (company_id, status) WHERE integration_external_id IS NOT NULL;
DROP INDEX provisioning.history_latest;
CREATE INDEX history_latest ON provisioning.history (company_id, written_at DESC, user_id, change_number) INCLUDE (kind);
