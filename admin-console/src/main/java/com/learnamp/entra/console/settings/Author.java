package com.learnamp.entra.console.settings;

import java.util.Objects;

/**
 * Who changes something.
 *
 * @param name as it is kept beside the change
 * @param operations whether it is Learn Amp's own staff or their programs: they alone bind a tenant
 *     to a company without its proof
 */
public record Author(String name, boolean operations) {

    public Author {
        Objects.requireNonNull(name, "name");
    }
}
