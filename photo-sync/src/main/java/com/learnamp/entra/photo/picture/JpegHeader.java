package com.learnamp.entra.photo.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How a JPEG is coded, told from its segments before anything is decoded. A picture that comes in
 * several scans can only be decoded with all of its coefficients in memory, and outside of the heap
 * at that; each scan goes through all of them; and lossless ones are decoded whole.
 *
 * @param taken whether it is one frame, baseline, extended or progressive, as photos are
 * @param scans how many there are, or {@link #MANY}
 * @param wholeInMemory whether decoding needs all coefficients at once
 * @param orientation how the camera noted that its pixels are to be turned
 */
record JpegHeader(boolean taken, int scans, boolean wholeInMemory, Orientation orientation) {

    /** More than any encoder makes of a photo; counting stops here. */
    static final int MANY = 100;

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int SOF15 = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int TEM = 0x01;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Where the count of components is, behind a frame's marker and a scan's. */
    private static final int COMPONENTS_OF_FRAME = 9;

    private static final int COMPONENTS_OF_SCAN = 4;

    static JpegHeader of(byte[] bytes) {
        int frames = 0;
        boolean known = true;
        boolean progressive = false;
        boolean split = false;
        int components = 0;
        int scans = 0;
        Orientation orientation = Orientation.TOP_LEFT;
        int at = nextMarker(bytes, 2);
        while (at + 4 <= bytes.length && number(bytes, at + 1) != EOI && scans < MANY) {
            int marker = number(bytes, at + 1);
            if (isFrame(marker)) {
                frames++;
                known &= marker <= SOF2;
                progressive |= marker == SOF2;
                components = number(bytes, at + COMPONENTS_OF_FRAME);
            } else if (marker == SOS) {
                scans++;
                split |= number(bytes, at + COMPONENTS_OF_SCAN) < components;
            } else if (marker == APP1 && scans == 0) {
                orientation = orientation(content(bytes, at), orientation);
            }
            at = nextMarker(bytes, isAlone(marker) ? at + 2 : at + 2 + length(bytes, at + 2));
        }
        return new JpegHeader(known && frames == 1, scans, progressive || split, orientation);
    }

    private static byte[] content(byte[] bytes, int at) {
        int end = Math.min(bytes.length, at + 2 + length(bytes, at + 2));
        return Arrays.copyOfRange(bytes, Math.min(at + 4, end), end);
    }

    /** What is no EXIF, or is damaged, says nothing about the pixels, which are as good as ever. */
    private static Orientation orientation(byte[] segment, Orientation otherwise) {
        if (!Arrays.equals(
                segment, 0, Math.min(EXIF.length, segment.length), EXIF, 0, EXIF.length)) {
            return otherwise;
        }
        try {
            return Objects.requireNonNullElse(ExifUtils.getOrientationFromExif(segment), otherwise);
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    /** From there on; what lies between is a scan's data, in which no marker can be. */
    private static int nextMarker(byte[] bytes, int from) {
        int at = from;
        while (at + 1 < bytes.length
                && (number(bytes, at) != 0xFF || isStuffing(number(bytes, at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isStuffing(int marker) {
        return marker == 0x00 || marker == 0xFF || (marker >= RST0 && marker < RST0 + 8);
    }

    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    private static boolean isAlone(int marker) {
        return marker == TEM || marker == RST0 + 8;
    }

    private static int length(byte[] bytes, int at) {
        return Math.max(2, number(bytes, at) << 8 | number(bytes, at + 1));
    }

    private static int number(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xFF : 0;
    }
}
