package com.learnamp.entra.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The pictures of the transaction's company. */
@ApplicationScoped
public class Avatars {

    /**
     * @param hash SHA-256 of the bytes, in hexadecimal
     */
    public Optional<Avatar> find(String hash) {
        return AvatarRow.<AvatarRow>find("hash", hash)
                .firstResultOptional()
                .map(row -> new Avatar(row.contentType, row.bytes));
    }
}
