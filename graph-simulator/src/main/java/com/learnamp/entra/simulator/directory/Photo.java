package com.learnamp.entra.simulator.directory;

import org.jspecify.annotations.Nullable;

/**
 * A person's photo: uploaded, or painted from a seed whenever it is asked for.
 *
 * @param etag what Graph gives as {@code @odata.mediaEtag}, quotes included
 * @param side width and height in pixels
 * @param uploaded a JPEG, or null for a painted one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; one copy of the bytes is the point
public record Photo(String etag, int side, long seed, byte @Nullable [] uploaded) {

    public static Photo painted(long seed, int side) {
        return new Photo(
                "\"" + "%016X".formatted(seed * 0x9E3779B97F4A7C15L) + "\"", side, seed, null);
    }

    public static Photo uploaded(byte[] jpeg, int side, long revision) {
        String etag = "%08X%08X".formatted(java.util.Arrays.hashCode(jpeg), revision);
        return new Photo("\"" + etag + "\"", side, revision, jpeg);
    }
}
