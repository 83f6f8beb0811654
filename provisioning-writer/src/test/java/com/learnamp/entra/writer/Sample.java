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
        String email,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String location,
        @Nullable LocalDate hireDate,
        ManagerReading manager,
        Origin origin,
        long revision) {

    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");

    public static Sample of(StoredCompany company) {
        EntraObjectId object = new EntraObjectId(UUID.randomUUID());
        return new Sample(
                company.id(),
                object,
                object.value().toString().substring(0, 8) + "@example.com",
                "Engineer",
                "Research",
                "Cork",
                LocalDate.of(2024, 2, 29),
                new ManagerReading.NotRead(),
                Origin.ofCause(Origin.Cause.NOTIFICATION, AT),
                1);
    }

    public Sample email(String address) {
        return new Sample(
                company,
                object,
                address,
                jobTitle,
                department,
                location,
                hireDate,
                manager,
                origin,
                revision);
    }

    public Sample jobTitle(@Nullable String title) {
        return new Sample(
                company,
                object,
                email,
                title,
                department,
                location,
                hireDate,
                manager,
                origin,
                revision);
    }

    public Sample department(@Nullable String name) {
        return new Sample(
                company, object, email, jobTitle, name, location, hireDate, manager, origin,
                revision);
    }

    public Sample blank() {
        return new Sample(
                company, object, email, null, null, null, null, manager, origin, revision);
    }

    public Sample manager(ManagerReading reading) {
        return new Sample(
                company,
                object,
                email,
                jobTitle,
                department,
                location,
                hireDate,
                reading,
                origin,
                revision);
    }

    public Sample managedBy(Sample other) {
        return manager(new ManagerReading.Is(other.object()));
    }

    public Sample inRun(SyncRunId run) {
        return from(Origin.ofRun(run, RunTrigger.GROUP_CHANGE, AT));
    }

    public Sample from(Origin from) {
        return new Sample(
                company,
                object,
                email,
                jobTitle,
                department,
                location,
                hireDate,
                manager,
                from,
                revision);
    }

    public Sample revision(long number) {
        return new Sample(
                company,
                object,
                email,
                jobTitle,
                department,
                location,
                hireDate,
                manager,
                origin,
                number);
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
                new UserFields(
                        email,
                        "Ruth",
                        "Ainsley",
                        UserFields.NameSource.GIVEN_NAME_AND_SURNAME,
                        jobTitle,
                        department,
                        department,
                        location,
                        "fr",
                        hireDate,
                        customFields),
                manager);
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
                RejectUser.Reason.NO_EMAIL);
    }
}
