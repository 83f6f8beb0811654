package com.learnamp.entra.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code learnamp.teams}; Hibernate fills it, and changes are made in sets by SQL. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "learnamp", name = "teams")
class TeamRow extends PanacheEntityBase {

    @Id Long id;
    String name;

    /** The name without surrounding space, in lower case. */
    @Column(name = "name_key")
    String nameKey;

    @Column(name = "integration_external_id")
    String integrationExternalId;

    @Column(name = "parent_team_id")
    Long parentTeamId;

    @Column(name = "manager_id")
    Long managerId;
}
