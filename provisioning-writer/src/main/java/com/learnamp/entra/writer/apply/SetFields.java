package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.UserFields.LanguageSource;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.people.UserStatus;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person the fields that Entra has. A blank clears only what this integration wrote: what
 * Learn Amp had before, or somebody put there since, stays.
 */
final class SetFields {

    private static final String ROLE_OF_NEW_USERS = "viewer";

    private final CompanySettings settings;
    private final Map<String, Long> teams;
    private final Undone undone;

    /**
     * @param teams by the name that was asked for
     */
    SetFields(CompanySettings settings, Map<String, Long> teams, Undone undone) {
        this.settings = settings;
        this.teams = teams;
        this.undone = undone;
    }

    /**
     * @return the entry with what has been written
     */
    LedgerEntry of(Candidate candidate, Person person, LedgerEntry entry) {
        Cause cause = candidate.cause();
        settle(candidate, person, cause);
        UserFields fields = candidate.command().fields();
        LedgerEntry after = entry.withUser(person.id());
        if (candidate.addressGranted()) {
            after = set(person, after, UserField.EMAIL, candidate.email(), cause).withClaim(null);
        } else {
            after = after.withClaim(candidate.email());
        }
        after = mapped(person, after, UserField.FIRST_NAME, fields.firstName(), cause);
        after = mapped(person, after, UserField.LAST_NAME, fields.lastName(), cause);
        after = language(person, after, fields, cause);
        for (Map.Entry<UserField, Optional<String>> field : clearable(fields).entrySet()) {
            @Nullable String value = field.getValue().orElse(null);
            if (value != null || !candidate.keepsValues()) {
                after = mapped(person, after, field.getKey(), value, cause);
            }
        }
        @Nullable String team = fields.primaryTeamName();
        return team == null
                ? after
                : mapped(person, after, UserField.PRIMARY_TEAM, team(team), cause);
    }

    /** What may be blank in Entra. */
    private static Map<UserField, Optional<String>> clearable(UserFields fields) {
        Map<UserField, Optional<String>> values = new EnumMap<>(UserField.class);
        values.put(UserField.JOB_TITLE, Optional.ofNullable(fields.jobTitle()));
        values.put(UserField.DEPARTMENT, Optional.ofNullable(fields.department()));
        values.put(UserField.LOCATION, Optional.ofNullable(fields.location()));
        values.put(
                UserField.HIRE_DATE,
                Optional.ofNullable(fields.hireDate()).map(LocalDate::toString));
        return values;
    }

    /**
     * Whether a value that this integration wrote would go.
     *
     * @param withoutManager whether Entra has no manager of his
     */
    boolean clears(UserFields fields, boolean withoutManager, Person person, LedgerEntry entry) {
        return (withoutManager && goes(person, entry, UserField.MANAGER))
                || clearable(fields).entrySet().stream()
                        .filter(field -> field.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .filter(field -> settings.fieldRules().of(field) != FieldRule.NEVER_CLEAR)
                        .anyMatch(field -> goes(person, entry, field));
    }

    private boolean goes(Person person, LedgerEntry entry, UserField field) {
        return isOurs(person, entry, field) && !undone.keeps(person, field);
    }

    private static boolean isOurs(Person person, LedgerEntry entry, UserField field) {
        @Nullable String ours = entry.written(field);
        return ours != null && ours.equals(person.get(field));
    }

    /**
     * The company's language is no word of Entra about this person: it is for whoever is new, and
     * for whoever has what this integration gave him.
     */
    private LedgerEntry language(Person person, LedgerEntry entry, UserFields fields, Cause cause) {
        @Nullable String ours = entry.written(UserField.LANGUAGE);
        boolean hisOwn = !person.isNew() && !Objects.equals(ours, person.get(UserField.LANGUAGE));
        return fields.languageSource() == LanguageSource.COMPANY && hisOwn
                ? entry.withWritten(UserField.LANGUAGE, null)
                : mapped(person, entry, UserField.LANGUAGE, fields.language(), cause);
    }

    /** Nothing there, or nothing but what this integration wrote. */
    private static boolean isFree(Person person, LedgerEntry entry, UserField field) {
        @Nullable String value = person.get(field);
        return value == null || value.equals(entry.written(field));
    }

    /** By the company's rule for this field. */
    private LedgerEntry mapped(
            Person person,
            LedgerEntry entry,
            UserField field,
            @Nullable String value,
            Cause cause) {
        boolean leave =
                switch (settings.fieldRules().of(field)) {
                    case ALWAYS -> false;
                    case NEVER_CLEAR -> value == null;
                    case ONLY_WHEN_EMPTY -> !isFree(person, entry, field);
                };
        return leave || undone.forbids(person, field, value)
                ? entry
                : set(person, entry, field, value, cause);
    }

    /** Binds him, and makes him whole again if he was deactivated. */
    private void settle(Candidate candidate, Person person, Cause cause) {
        person.bindTo(candidate.object());
        if (candidate.match() == Candidate.Match.CREATED) {
            person.set(UserField.TIME_ZONE, settings.timeZone(), cause);
            person.set(UserField.ROLE, ROLE_OF_NEW_USERS, cause);
            person.set(UserField.STATUS, settings.statusOfNew(candidate.command()), cause);
        }
        if (candidate.match() != Candidate.Match.BOUND
                || person.get(UserField.EXTERNAL_ID) == null) {
            person.set(UserField.EXTERNAL_ID, candidate.object().toString(), cause);
        }
        if (!person.isActive()) {
            @Nullable String before = person.get(UserField.STATUS_BEFORE_DEACTIVATION);
            person.set(UserField.STATUS, before == null ? UserStatus.NOT_INVITED : before, cause);
            person.set(UserField.STATUS_BEFORE_DEACTIVATION, null, cause);
        }
    }

    static LedgerEntry set(
            Person person,
            LedgerEntry entry,
            UserField field,
            @Nullable String value,
            Cause cause) {
        if (value == null) {
            if (isOurs(person, entry, field)) {
                person.set(field, null, cause);
            }
        } else {
            person.override(field, entry.written(field), value, cause);
        }
        return entry.withWritten(field, value);
    }

    private String team(String name) {
        return Objects.requireNonNull(teams.get(name), "the team was found or made").toString();
    }
}
