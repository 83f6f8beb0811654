package com.learnamp.entra.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of somebody that can be put back as it was. */
sealed interface ReversibleField {

    /** Who somebody is, his role and his status are not put back. */
    List<UserField> STANDARD =
            List.of(
                    UserField.EMAIL,
                    UserField.FIRST_NAME,
                    UserField.LAST_NAME,
                    UserField.JOB_TITLE,
                    UserField.LANGUAGE,
                    UserField.HIRE_DATE,
                    UserField.LOCATION,
                    UserField.DEPARTMENT,
                    UserField.MANAGER,
                    UserField.PRIMARY_TEAM);

    /** One that everybody has. */
    record Standard(UserField field) implements ReversibleField {

        @Override
        public String apiName() {
            return field.apiName().orElseThrow();
        }

        @Override
        public String column() {
            return field.column();
        }

        @Override
        public @Nullable String of(ChangedUser person) {
            return person.get(field);
        }

        @Override
        public void set(ChangedUser person, @Nullable String value) {
            person.set(field, value);
        }
    }

    /**
     * One of the company's own.
     *
     * @param required a value can be exchanged, but not cleared
     */
    record Custom(long id, String name, boolean required) implements ReversibleField {

        @Override
        public String apiName() {
            return ChangedCustomFields.apiName(name);
        }

        @Override
        public String column() {
            return "custom_fields." + id;
        }

        @Override
        public @Nullable String of(ChangedUser person) {
            return person.customFields().get(id);
        }

        @Override
        public void set(ChangedUser person, @Nullable String value) {
            person.customFields().set(id, name, value);
        }
    }

    /** As history, events and programs name it. */
    String apiName();

    /** Under which the ledger remembers what the integration wrote. */
    String column();

    @Nullable String of(ChangedUser person);

    /**
     * @param value null for none
     */
    void set(ChangedUser person, @Nullable String value);
}
