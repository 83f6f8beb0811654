package com.learnamp.entra.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** That a person manages a team besides its manager. */
@Entity
@Immutable
@NullUnmarked
@IdClass(SecondaryTeamManagerRow.Key.class)
@Table(schema = "learnamp", name = "secondary_team_managers")
class SecondaryTeamManagerRow {

    @Id
    @Column(name = "team_id")
    Long teamId;

    @Id
    @Column(name = "user_id")
    Long userId;

    record Key(Long teamId, Long userId) implements Serializable {}
}
