package com.learnamp.entra.photo.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of somebody's photo.
 *
 * @param userId Learn Amp's id
 * @param active whether the person is an active user
 * @param mediaEtag of the picture that this integration last saw
 * @param settled whether that picture was stored or refused, so that the same one isn't asked for
 *     again
 * @param set the avatar that this integration last set
 * @param shown the avatar that the person has, whoever set it
 */
record StoredPhoto(
        long userId,
        boolean active,
        @Nullable String mediaEtag,
        boolean settled,
        @Nullable String set,
        @Nullable String shown) {

    boolean showsWhatWasSet() {
        return Objects.equals(set, shown);
    }
}
