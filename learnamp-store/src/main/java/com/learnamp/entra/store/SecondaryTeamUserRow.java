package com.learnamp.entra.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** That a person is in a team besides the primary one. */
@Entity
@Immutable
@NullUnmarked
@IdClass(SecondaryTeamUserRow.Key.class)
@Table(schema = "learnamp", name = "secondary_team_users")
class SecondaryTeamUserRow {

    @Id
    @Column(name = "team_id")
    Long teamId;

    @Id
    @Column(name = "user_id")
    Long userId;

    record Key(Long teamId, Long userId) implements Serializable {}
}
