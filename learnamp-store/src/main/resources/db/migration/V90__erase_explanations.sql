-- Removes whatever the store has of somebody of the transaction's company; a picture only where nobody else has it.
-- Without a person: of accounts that nobody in Learn Amp is bound to. What
-- graph-fetcher has in its own schema it removes itself. In one function, so that a new table about people is added in
-- one place, whichever service owns it.
CREATE OR REPLACE FUNCTION provisioning.erase(person bigint, objects uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    own      bigint := learnamp.current_company();
    pictures text[];
BEGIN
    -- Looks that are being written down are waited for; later ones find nobody in the ledger.
    LOCK TABLE provisioning.photos IN SHARE ROW EXCLUSIVE MODE;
    SELECT coalesce(array_agg(hash), '{}') INTO pictures FROM (
        SELECT avatar_hash FROM learnamp.users u WHERE u.company_id = own AND u.id = person AND u.avatar_hash IS NOT NULL
        UNION
        SELECT avatar_hash FROM provisioning.photos p
        WHERE p.company_id = own AND p.object_id = ANY (objects) AND p.avatar_hash IS NOT NULL) AS named(hash);

    DELETE FROM provisioning.photos WHERE company_id = own AND object_id = ANY (objects);
    DELETE FROM provisioning.photo_lookups WHERE company_id = own AND object_id = ANY (objects);
    DELETE FROM provisioning.attention WHERE company_id = own AND object_id = ANY (objects);
    DELETE FROM provisioning.withheld WHERE company_id = own AND (object_id = ANY (objects) OR user_id = person);
    DELETE FROM provisioning.preview_people WHERE company_id = own AND (object_id = ANY (objects) OR user_id = person);
    DELETE FROM provisioning.replay_people WHERE company_id = own AND (object_id = ANY (objects) OR user_id = person);
    DELETE FROM provisioning.replays WHERE company_id = own AND object_id = ANY (objects);
    DELETE FROM provisioning.parked WHERE company_id = own AND object_id = ANY (objects);
    DELETE FROM provisioning.set_aside WHERE company_id = own AND subject = ANY (objects);
    DELETE FROM provisioning.identity_choices WHERE company_id = own AND (object_id = ANY (objects) OR user_id = person);
    DELETE FROM provisioning.history WHERE company_id = own AND user_id = person;
    DELETE FROM provisioning.ledger WHERE company_id = own AND (object_id = ANY (objects) OR user_id = person);
    -- Whom he managed: until they are read again nobody knows who does.
    UPDATE provisioning.ledger SET manager_reading = 'not_read', manager_object_id = NULL
    WHERE company_id = own AND manager_object_id = ANY (objects);
    UPDATE provisioning.ledger SET written = written - 'manager_id'
    WHERE company_id = own AND written ->> 'manager_id' = person::text;
    DELETE FROM provisioning.outbox
    WHERE company_id = own AND topic = 'entra.sync-requests.v1'
      AND record_key IN (SELECT own || ':' || object FROM unnest(objects) AS object);
    -- People as Entra has them, read for a trial of a mapping or for somebody who asked why, an hour ago at most.
    DELETE FROM directory.samples WHERE company_id = own;
    DELETE FROM directory.explanations WHERE company_id = own;

    UPDATE learnamp.teams SET manager_id = NULL WHERE company_id = own AND manager_id = person;
    DELETE FROM learnamp.users WHERE company_id = own AND id = person;
    DELETE FROM learnamp.avatars a
    WHERE a.company_id = own AND a.hash = ANY (pictures)
      AND NOT EXISTS (SELECT FROM learnamp.users u WHERE u.company_id = own AND u.avatar_hash = a.hash)
      AND NOT EXISTS (SELECT FROM provisioning.photos p WHERE p.company_id = own AND p.avatar_hash = a.hash);
END $$;
