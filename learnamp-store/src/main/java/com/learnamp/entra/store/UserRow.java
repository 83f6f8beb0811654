package com.learnamp.entra.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code learnamp.users}; Hibernate fills it, and changes are made in sets by SQL. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "learnamp", name = "users")
class UserRow extends PanacheEntityBase {

    @Id Long id;
    String email;

    @Column(name = "first_name")
    String firstName;

    @Column(name = "last_name")
    String lastName;

    @Column(name = "job_title")
    String jobTitle;

    @Column(name = "time_zone")
    String timeZone;

    String language;
    UserRole role;

    @Column(name = "integration_external_id")
    String integrationExternalId;

    @Column(name = "occupation_role")
    String occupationRole;

    @Column(name = "hire_date")
    LocalDate hireDate;

    String location;
    String department;

    @Column(name = "avatar_hash")
    String avatarHash;

    @Column(name = "manager_id")
    Long managerId;

    @Column(name = "primary_team_id")
    Long primaryTeamId;

    UserStatus status;

    @Column(name = "status_at")
    Instant statusAt;

    @Column(name = "deactivated_at")
    Instant deactivatedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    Individual individual() {
        return new Individual(
                id,
                email,
                firstName,
                lastName,
                jobTitle,
                timeZone,
                language,
                role,
                integrationExternalId,
                occupationRole,
                hireDate,
                location,
                department,
                avatarHash,
                managerId,
                primaryTeamId,
                status,
                statusAt,
                deactivatedAt,
                createdAt,
                updatedAt);
    }
}
