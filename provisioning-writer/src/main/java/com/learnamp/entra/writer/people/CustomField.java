package com.learnamp.entra.writer.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field that a company has in Learn Amp beside those that everybody has.
 *
 * @param required a value can be exchanged, but not cleared
 * @param options of a choice
 */
public record CustomField(long id, String name, Type type, boolean required, List<String> options) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** What values it takes. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE;

        public static Type ofColumn(String type) {
            return valueOf(type.toUpperCase(Locale.ROOT));
        }
    }

    public CustomField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        options = List.copyOf(options);
    }

    /** Fields are found whatever the case of their names. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Where the ledger remembers what this integration wrote. */
    public String ledgerColumn() {
        return "custom_fields." + id;
    }

    /** How history and events name it. */
    public String apiName() {
        return "customFields." + name;
    }

    /** The value as this field has it; empty if it can't be one of its values. */
    public Optional<String> accepted(String value) {
        return switch (type) {
            case TEXT -> Optional.of(value);
            case NUMBER -> Optional.of(value).filter(text -> NUMBER.matcher(text).matches());
            case DATE -> Optional.of(value).filter(CustomField::isDate);
            case BOOLEAN ->
                    Optional.of(value).filter(text -> text.equals("true") || text.equals("false"));
            case CHOICE -> options.stream().filter(value::equalsIgnoreCase).findFirst();
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
