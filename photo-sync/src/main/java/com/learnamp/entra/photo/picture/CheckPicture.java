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

/**
 * Takes nothing from outside into the store: the type is told by the first bytes, the dimensions
 * are read from the header before anything is decoded, and what is stored is drawn anew, small,
 * without EXIF, places or profiles. Rows and columns are skipped while decoding, so that the memory
 * for pixels stays below {@link #MAX_DECODED_PIXELS} × 4 bytes.
 */
public final class CheckPicture {

    /** Sharp at twice the size that an avatar is shown at. */
    public static final int SIDE = 240;

    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** More than any camera for portraits has; a bomb has more. */
    static final long MAX_PIXELS = 50_000_000;

    static final long MAX_DECODED_PIXELS = 2_000_000;

    private static final double QUALITY = 0.85;

    private CheckPicture() {}

    public static Picture check(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Picture.Refused("The photo in Entra is larger than 4 MiB.");
        }
        Optional<ImageKind> kind = ImageKind.of(bytes);
        if (kind.isEmpty()) {
            return new Picture.Refused("The photo in Entra is no JPEG, PNG or GIF.");
        }
        try {
            return redraw(bytes, kind.get());
        } catch (IOException | RuntimeException e) {
            // Readers of images throw whatever a malformed file makes them stumble over.
            return new Picture.Refused("The photo in Entra is damaged and can't be read.");
        }
    }

    private static Picture redraw(byte[] bytes, ImageKind kind) throws IOException {
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
            if ((long) width * height > MAX_PIXELS) {
                return new Picture.Refused("The photo in Entra has more than 50 million pixels.");
            }
            return draw(reader.read(0, thinned(reader, width, height)));
        } finally {
            reader.dispose();
        }
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

    private static Picture draw(BufferedImage image) throws IOException {
        boolean transparent = image.getColorModel().hasAlpha();
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        int side = Math.max(image.getWidth(), image.getHeight());
        Thumbnails.of(image)
                .size(Math.min(SIDE, side), Math.min(SIDE, side))
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
