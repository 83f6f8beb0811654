-- People as other services are told of them, under the names of Learn Amp's API: what the relay publishes after their
-- events. The relay works for every company; it is given the ids, and sees nothing else of them than this.
CREATE FUNCTION learnamp.user_states(users bigint[])
    RETURNS TABLE (company_id bigint, user_id bigint, object_id uuid, change_counter bigint, fields jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    BEGIN ATOMIC
        SELECT u.company_id, u.id,
               (SELECT l.object_id FROM provisioning.ledger l WHERE l.company_id = u.company_id AND l.user_id = u.id),
               u.change_counter,
               jsonb_strip_nulls(jsonb_build_object(
                   'email', u.email, 'firstName', u.first_name, 'lastName', u.last_name, 'jobTitle', u.job_title,
                   'timeZone', u.time_zone, 'language', u.language, 'role', u.role,
                   'integrationExternalId', u.integration_external_id, 'occupationRole', u.occupation_role,
                   'hireDate', u.hire_date::text, 'location', u.location, 'department', u.department,
                   'avatar', u.avatar_hash, 'manager', u.manager_id::text, 'primaryTeam', u.primary_team_id::text,
                   'secondaryTeams', (SELECT string_agg(s.team_id::text, ',' ORDER BY s.team_id)
                                      FROM learnamp.secondary_team_users s
                                      WHERE s.company_id = u.company_id AND s.user_id = u.id),
                   'status', u.status))
               || coalesce((SELECT jsonb_object_agg('customFields.' || f.name, v.value)
                            FROM jsonb_each_text(u.custom_fields) AS v(field, value)
                            JOIN learnamp.custom_fields f ON f.company_id = u.company_id AND f.id = v.field::bigint),
                           '{}'::jsonb)
        FROM learnamp.users u WHERE u.id = ANY (users);
    END;
REVOKE EXECUTE ON FUNCTION learnamp.user_states(bigint[]) FROM public;
GRANT EXECUTE ON FUNCTION learnamp.user_states(bigint[]) TO provisioning_writer;
