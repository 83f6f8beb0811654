package com.learnamp.entra.photo.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of somebody's photo.
 *
 * @param active whether the person is in scope and an active user
 * @param deactivated whether the person is a user who has been deactivated
 * @param mediaEtag of the picture that this integration last saw
 * @param settled whether that picture was stored or refused, so that the same one isn't asked for
 *     again
 * @param noneLately whether Graph said a short while ago that there is none
 * @param set the avatar that this integration last set
 * @param shown the avatar that the person has, whoever set it
 */
record StoredPhoto(
        boolean active,
        boolean deactivated,
        @Nullable String mediaEtag,
        boolean settled,
        boolean noneLately,
        @Nullable String set,
        @Nullable String shown) {

    boolean showsWhatWasSet() {
        return Objects.equals(set, shown);
    }
}
