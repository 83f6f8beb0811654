package com.learnamp.entra.writer;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in Entra, of whom a test makes commands. */
public record Sample(
        CompanyId company,
        EntraObjectId object,
        Attributes attributes,
        ManagerReading manager,
        Origin origin,
        long revision) {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    /**
     * @param language null: Entra has none
     */
    public record Attributes(
            String email,
            @Nullable String jobTitle,
            @Nullable String department,
            @Nullable String location,
            @Nullable LocalDate hireDate,
            @Nullable String language) {}

    public static Sample of(StoredCompany company) {
        EntraObjectId object = new EntraObjectId(UUID.randomUUID());
        return new Sample(
                company.id(),
                object,
                new Attributes(
                        object.value().toString().substring(0, 8) + "@example.com",
                        "Engineer",
                        "Research",
                        "Cork",
                        LocalDate.of(2024, 2, 29),
                        "fr"),
                new ManagerReading.NotRead(),
                Origin.ofCause(Origin.Cause.NOTIFICATION, AT),
                1);
    }

    public String email() {
        return attributes.email();
    }

    public @Nullable String jobTitle() {
        return attributes.jobTitle();
    }

    public @Nullable String department() {
        return attributes.department();
    }

    public Sample email(String address) {
        return with(
                new Attributes(
                        address,
                        attributes.jobTitle(),
                        attributes.department(),
                        attributes.location(),
                        attributes.hireDate(),
                        attributes.language()));
    }

    public Sample jobTitle(@Nullable String title) {
        return with(
                new Attributes(
                        attributes.email(),
                        title,
                        attributes.department(),
                        attributes.location(),
                        attributes.hireDate(),
                        attributes.language()));
    }

    public Sample department(@Nullable String name) {
        return with(
                new Attributes(
                        attributes.email(),
                        attributes.jobTitle(),
                        name,
                        attributes.location(),
                        attributes.hireDate(),
                        attributes.language()));
    }

    public Sample location(@Nullable String name) {
        return with(
                new Attributes(
                        attributes.email(),
                        attributes.jobTitle(),
                        attributes.department(),
                        name,
                        attributes.hireDate(),
                        attributes.language()));
    }

    public Sample hiredOn(@Nullable LocalDate day) {
        return with(
                new Attributes(
                        attributes.email(),
                        attributes.jobTitle(),
                        attributes.department(),
                        attributes.location(),
                        day,
                        attributes.language()));
    }

    /**
     * @param code null: Entra has none, and the company's, en, is said
     */
    public Sample language(@Nullable String code) {
        return with(
                new Attributes(
                        attributes.email(),
                        attributes.jobTitle(),
                        attributes.department(),
                        attributes.location(),
                        attributes.hireDate(),
                        code));
    }

    public Sample blank() {
        return with(
                new Attributes(attributes.email(), null, null, null, null, attributes.language()));
    }

    private Sample with(Attributes others) {
        return new Sample(company, object, others, manager, origin, revision);
    }

    /** The same object in another company's directory. */
    public Sample in(CompanyId other) {
        return new Sample(other, object, attributes, manager, origin, revision);
    }

    public Sample manager(ManagerReading reading) {
        return new Sample(company, object, attributes, reading, origin, revision);
    }

    public Sample managedBy(Sample other) {
        return manager(new ManagerReading.Is(other.object()));
    }

    public Sample inRun(SyncRunId run) {
        return from(Origin.ofRun(run, RunTrigger.GROUP_CHANGE, AT));
    }

    public Sample from(Origin from) {
        return new Sample(company, object, attributes, manager, from, revision);
    }

    public Sample revision(long number) {
        return new Sample(company, object, attributes, manager, origin, number);
    }

    /** With what the company's own mappings made of him. */
    public UpsertUser upsert(long counter, CustomFieldValue... customFields) {
        return upsert(new Version(1, counter), List.of(customFields));
    }

    public UpsertUser upsert(Version version) {
        return upsert(version, List.of());
    }

    private UpsertUser upsert(Version version, List<CustomFieldValue> customFields) {
        return new UpsertUser(
                company,
                object,
                version,
                revision,
                AT.plusSeconds(1),
                AT.plusSeconds(2),
                origin,
                fields(customFields),
                manager);
    }

    private UserFields fields(List<CustomFieldValue> customFields) {
        @Nullable String language = attributes.language();
        return new UserFields(
                attributes.email(),
                "Ruth",
                "Ainsley",
                UserFields.NameSource.GIVEN_NAME_AND_SURNAME,
                attributes.jobTitle(),
                attributes.department(),
                attributes.department(),
                attributes.location(),
                language == null ? "en" : language,
                language == null
                        ? UserFields.LanguageSource.COMPANY
                        : UserFields.LanguageSource.PREFERRED_LANGUAGE,
                attributes.hireDate(),
                customFields);
    }

    public DeactivateUser deactivate(long counter) {
        return new DeactivateUser(
                company,
                object,
                new Version(1, counter),
                revision,
                AT.plusSeconds(1),
                AT.plusSeconds(2),
                origin,
                DeactivateUser.Reason.LEFT_THE_GROUP);
    }

    public RejectUser reject(long counter) {
        return new RejectUser(
                company,
                object,
                new Version(1, counter),
                revision,
                AT.plusSeconds(1),
                AT.plusSeconds(2),
                origin,
                RejectUser.Reason.NO_EMAIL,
                "Noah Fairclough");
    }
}
