package com.learnamp.entra.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code learnamp.avatars}; the hash names one picture of the transaction's company. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "learnamp", name = "avatars")
class AvatarRow extends PanacheEntityBase {

    @Id String hash;

    @Column(name = "content_type")
    String contentType;

    byte[] bytes;
}
