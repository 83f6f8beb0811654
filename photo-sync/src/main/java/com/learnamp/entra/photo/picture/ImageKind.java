package com.learnamp.entra.photo.picture;

import java.util.Optional;

/**
 * The types that are taken, told by their first bytes; what a sender calls them is not looked at.
 */
enum ImageKind {
    JPEG("jpeg", 0xFF, 0xD8, 0xFF),
    PNG("png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    GIF("gif", 'G', 'I', 'F', '8');

    private final String format;
    private final int[] magic;

    ImageKind(String format, int... magic) {
        this.format = format;
        this.magic = magic;
    }

    /** The name by which image readers are found. */
    String format() {
        return format;
    }

    static Optional<ImageKind> of(byte[] bytes) {
        for (ImageKind kind : values()) {
            if (kind.begins(bytes)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int index = 0; index < magic.length; index++) {
            if ((bytes[index] & 0xFF) != magic[index]) {
                return false;
            }
        }
        return true;
    }
}
