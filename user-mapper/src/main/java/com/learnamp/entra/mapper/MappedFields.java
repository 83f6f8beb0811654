package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.customfields.LearnAmpText;
import com.learnamp.entra.customfields.MapCustomFields;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The standard table, Entra's attributes under Learn Amp's names; and the company's own mappings.
 *
 * @param shortened fields that Learn Amp could not have as Entra has them
 */
record MappedFields(UserFields fields, Set<ShortenedField> shortened) {

    MappedFields {
        shortened = Set.copyOf(shortened);
    }

    static MappedFields of(
            EntraUser user, EmailAddress.Usable email, IntegrationSettings settings) {
        Set<ShortenedField> shortened = EnumSet.noneOf(ShortenedField.class);
        PersonName name = PersonName.of(user, email);
        String department = text(user.department(), ShortenedField.DEPARTMENT, shortened);
        if (user.employeeHireDate() != null && !HireDate.isSensible(user.employeeHireDate())) {
            shortened.add(ShortenedField.HIRE_DATE);
        }
        Optional<String> language = LearnAmpLanguage.matching(user.preferredLanguage());
        UserFields fields =
                new UserFields(
                        email.text(),
                        cut(name.first(), ShortenedField.FIRST_NAME, shortened),
                        cut(name.last(), ShortenedField.LAST_NAME, shortened),
                        name.source(),
                        text(user.jobTitle(), ShortenedField.JOB_TITLE, shortened),
                        department,
                        department,
                        text(user.officeLocation(), ShortenedField.LOCATION, shortened),
                        language.orElse(settings.language()),
                        language.isPresent()
                                ? UserFields.LanguageSource.PREFERRED_LANGUAGE
                                : UserFields.LanguageSource.COMPANY,
                        HireDate.of(user.employeeHireDate()).orElse(null),
                        MapCustomFields.of(user, settings.customFields()));
        return new MappedFields(fields, shortened);
    }

    private static @Nullable String text(
            @Nullable String attribute, ShortenedField field, Set<ShortenedField> shortened) {
        Optional<String> clean = LearnAmpText.clean(attribute);
        return clean.isPresent() ? cut(clean.get(), field, shortened) : null;
    }

    private static String cut(String text, ShortenedField field, Set<ShortenedField> shortened) {
        if (LearnAmpText.isTooLong(text)) {
            shortened.add(field);
        }
        return LearnAmpText.cut(text);
    }
}
