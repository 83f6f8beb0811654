package com.learnamp.entra.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A person's names in lower case, of the transaction's company: to find ids by "contains". */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "learnamp", name = "folded_names")
class FoldedNameRow {

    @Id Long id;

    @Column(name = "first_name")
    String firstName;

    @Column(name = "last_name")
    String lastName;

    String email;
}
