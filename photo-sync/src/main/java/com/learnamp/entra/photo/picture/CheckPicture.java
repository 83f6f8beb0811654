package com.learnamp.entra.photo.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Takes nothing from outside into the store: the type is told by the first bytes, the dimensions
 * are read from the header before anything is decoded, and what is stored is drawn anew, small,
 * without EXIF, places or profiles. Rows and columns are skipped while decoding, so that the memory
 * for pixels stays below {@link #MAX_DECODED_PIXELS} × 4 bytes; a JPEG in several scans takes
 * {@link #MAX_PIXELS_IN_SCANS} × 8 bytes besides, outside of the heap.
 */
public final class CheckPicture {

    /** Sharp at twice the size that an avatar is shown at. */
    public static final int SIDE = 240;

    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** More than a portrait of 4 MiB needs; a bomb has more. */
    static final long MAX_PIXELS = 25_000_000;

    /** A row of pixels is always decoded whole. */
    static final int MAX_SIDE = 16_000;

    /** Of a JPEG whose coefficients must all be in memory: at most 8 bytes for each. */
    static final long MAX_PIXELS_IN_SCANS = 4_000_000;

    static final long MAX_DECODED_PIXELS = 2_000_000;

    public static final String TOO_LARGE = "The photo in Entra is larger than 4 MiB.";

    private static final String TOO_MANY_PIXELS =
            "The photo in Entra has more than 25 million pixels, or a side of more than 16,000.";

    private static final double QUALITY = 0.85;

    private CheckPicture() {}

    public static Picture check(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Picture.Refused(TOO_LARGE);
        }
        Optional<ImageKind> kind = ImageKind.of(bytes);
        if (kind.isEmpty()) {
            return new Picture.Refused("The photo in Entra is no JPEG, PNG or GIF.");
        }
        try {
            return kind.get() == ImageKind.JPEG
                    ? redrawJpeg(bytes)
                    : redraw(bytes, kind.get(), Orientation.TOP_LEFT);
        } catch (IOException | RuntimeException e) {
            // Readers of images throw whatever a malformed file makes them stumble over.
            return new Picture.Refused("The photo in Entra is damaged and can't be read.");
        }
    }

    private static Picture redrawJpeg(byte[] bytes) throws IOException {
        JpegHeader header = JpegHeader.of(bytes);
        return header.taken() && header.scans() < JpegHeader.MANY
                ? redraw(bytes, ImageKind.JPEG, header.orientation())
                : new Picture.Refused(
                        "The photo in Entra is a JPEG of a kind that photos don't have.");
    }

    private static Picture redraw(byte[] bytes, ImageKind kind, Orientation orientation)
            throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
        ImageReader reader = readers.next();
        try (ImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 2 || height < 2) {
                return new Picture.Refused("The photo in Entra has hardly a pixel.");
            }
            Optional<String> tooMany = size(bytes, kind, width, height);
            if (tooMany.isPresent()) {
                return new Picture.Refused(tooMany.get());
            }
            return draw(reader.read(0, thinned(reader, width, height)), orientation);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> size(byte[] bytes, ImageKind kind, int width, int height) {
        long pixels = (long) width * height;
        if (pixels > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
            return Optional.of(TOO_MANY_PIXELS);
        }
        return kind == ImageKind.JPEG
                        && pixels > MAX_PIXELS_IN_SCANS
                        && JpegHeader.of(bytes).wholeInMemory()
                ? Optional.of(
                        "The photo in Entra is a progressive JPEG of more than 4 million pixels.")
                : Optional.empty();
    }

    /** Skips rows and columns, but never below the size that is wanted. */
    private static ImageReadParam thinned(ImageReader reader, int width, int height) {
        int step = 1;
        while ((long) (width / step) * (height / step) > MAX_DECODED_PIXELS) {
            step++;
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private static Picture draw(BufferedImage image, Orientation orientation) throws IOException {
        boolean transparent = image.getColorModel().hasAlpha();
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        int side = Math.max(image.getWidth(), image.getHeight());
        Thumbnails.of(image)
                .size(Math.min(SIDE, side), Math.min(SIDE, side))
                .addFilter(ExifFilterUtils.getFilterForOrientation(orientation))
                .imageType(transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .outputFormat(transparent ? "png" : "jpg")
                .outputQuality(QUALITY)
                .toOutputStream(drawn);
        byte[] bytes = drawn.toByteArray();
        BufferedImage result = ImageIO.read(new ByteArrayInputStream(bytes));
        return new Picture.Accepted(
                bytes,
                transparent ? "image/png" : "image/jpeg",
                result.getWidth(),
                result.getHeight(),
                hash(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
