package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.CustomField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom fields that a company has in Learn Amp. */
record CustomFields(Map<String, CustomField> byKey) {

    private static final String FIND =
            "SELECT id, name, type, required, options FROM learnamp.custom_fields"
                    + " WHERE company_id = ?";

    CustomFields {
        byKey = Map.copyOf(byKey);
    }

    static CustomFields none() {
        return new CustomFields(Map.of());
    }

    /** Read only where a command has any. */
    static CustomFields of(CompanyTransaction transaction, Collection<UpsertUser> commands)
            throws SQLException {
        if (commands.stream().allMatch(command -> command.fields().customFields().isEmpty())) {
            return none();
        }
        Map<String, CustomField> found = new HashMap<>();
        for (CustomField field :
                transaction.query(FIND, CustomFields::field, transaction.company())) {
            found.put(CustomField.key(field.name()), field);
        }
        return new CustomFields(found);
    }

    Optional<CustomField> named(String name) {
        return Optional.ofNullable(byKey.get(CustomField.key(name)));
    }

    private static CustomField field(ResultSet row) throws SQLException {
        return new CustomField(
                row.getLong("id"),
                row.getString("name"),
                CustomField.Type.ofColumn(row.getString("type")),
                row.getBoolean("required"),
                List.of((String[]) row.getArray("options").getArray()));
    }
}
