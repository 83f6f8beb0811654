package com.learnamp.entra.graph;

/** The squares that Graph keeps of a photo; sizes above that of the upload don't exist. */
public enum PhotoSize {
    LARGEST(0),
    PX_48(48),
    PX_64(64),
    PX_96(96),
    PX_120(120),
    PX_240(240),
    PX_360(360),
    PX_432(432),
    PX_504(504),
    PX_648(648);

    private final int pixels;

    PhotoSize(int pixels) {
        this.pixels = pixels;
    }

    /** The id of this size in Graph's paths, e.g. {@code 240x240}. */
    String path() {
        return pixels + "x" + pixels;
    }
}
