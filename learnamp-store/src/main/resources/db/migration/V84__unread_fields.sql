-- What graph-fetcher was asked for and the tenant does not know: directory extensions that are gone.
ALTER TABLE directory.connections ADD COLUMN unknown_attributes text[] NOT NULL DEFAULT '{}';

-- The company's custom fields that stay as they are for it. As its reader sees the tables: of one company.
CREATE VIEW provisioning.unread_fields WITH (security_invoker = true) AS
    SELECT i.company_id, m.mapping ->> 'field' AS field, a.attribute
    FROM provisioning.integrations i
    JOIN directory.connections c ON c.company_id = i.company_id
    CROSS JOIN LATERAL jsonb_array_elements(i.custom_fields) AS m(mapping)
    CROSS JOIN LATERAL unnest(c.unknown_attributes) AS a(attribute)
    WHERE i.status = 'active' AND m.mapping::text ~ ('\y' || a.attribute || '\y');
GRANT SELECT ON provisioning.unread_fields TO admin_console;
