package com.learnamp.entra.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes from outside, checking it stays within the stated memory: all that is allocated on
 * the way counts, though most of it is garbage before the next is.
 */
class HostilePicturesTest {

    /** What the documentation says of one picture. */
    private static final long MOST_ALLOCATED = 32L * 1024 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "script named as a picture", text("<svg><script>alert(1)</script></svg>")),
                arguments("script behind white space", text("  \n<?xml version='1.0'?><svg/>")),
                arguments("a page", text("<!DOCTYPE html><script>alert(1)</script>")),
                arguments("a PDF", text("%PDF-1.7 /JavaScript")),
                arguments("an archive", text("PK\3\4")),
                arguments("a bomb by its header", png(60_000, 60_000, 8, 6, 0)),
                arguments("one endless row", png(25_000_000, 1, 16, 6, 0)),
                arguments("a GIF as large as GIFs can say", gif(65_535, 65_535)),
                arguments("a progressive JPEG of many pixels", jpeg(2_200, 2_000, true)),
                arguments("a JPEG of a thousand scans", scans(1_000)),
                arguments("a lossless JPEG", frame(0xC3)),
                arguments("an arithmetic JPEG", frame(0xC9)),
                arguments("two frames", join(frame(0xC3), frame(0xC0))),
                arguments("half a JPEG header", Arrays.copyOf(jpeg(300, 300, false), 100)),
                arguments("a PNG of a header alone", png(300, 300, 8, 2, 0)));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("a camera's", jpeg(5_000, 4_000, false)),
                arguments("a progressive one", jpeg(1_500, 1_500, true)),
                arguments("deep and transparent", whole(4_900, 4_900, 16, 6, 0)),
                arguments("deep and interlaced", whole(4_900, 4_900, 16, 6, 1)),
                arguments("narrow", whole(2, 16_000, 8, 2, 0)),
                arguments("with a bomb of text", withTextBomb()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithinTheMemory(String name, byte[] picture) {
        assertThat(checked(picture)).isInstanceOf(Picture.Refused.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void isTakenWithinTheMemory(String name, byte[] picture) {
        assertThat(checked(picture)).isInstanceOf(Picture.Accepted.class);
    }

    private static Picture checked(byte[] picture) {
        CheckPicture.check(jpeg(10, 10, false)); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Picture result = CheckPicture.check(picture);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
        return result;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] jpeg(int width, int height, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            writer.setOutput(ImageIO.createImageOutputStream(bytes));
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), parameters);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A progressive JPEG whose last scan comes again and again. */
    private static byte[] scans(int count) {
        byte[] jpeg = jpeg(1_000, 1_000, true);
        int lastScan = 0;
        for (int at = 0; at + 1 < jpeg.length; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xDA) {
                lastScan = at;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, lastScan);
        for (int scan = 0; scan < count; scan++) {
            bytes.write(jpeg, lastScan, jpeg.length - lastScan - 2);
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    private static byte[] frame(int kind) {
        return new byte[] {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) kind, 0, 11, 8, 1, 0, 1, 0, 1, 1, 17, 0
        };
    }

    private static byte[] gif(int width, int height) {
        return ByteBuffer.allocate(24)
                .put(text("GIF89a"))
                .putShort(Short.reverseBytes((short) width))
                .putShort(Short.reverseBytes((short) height))
                .put(new byte[] {0, 0, 0, ','})
                .putInt(0)
                .putShort(Short.reverseBytes((short) width))
                .putShort(Short.reverseBytes((short) height))
                .array();
    }

    /** A PNG that says what it is, and then ends. */
    private static byte[] png(int width, int height, int depth, int colour, int interlaced) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colour)
                        .put(new byte[] {0, 0, (byte) interlaced})
                        .array();
        return join(PNG, chunk("IHDR", header));
    }

    /** Of zeros, which come to little: enough rows for whatever passes there are. */
    private static byte[] whole(int width, int height, int depth, int colour, int interlaced) {
        int pixel = (colour == 6 ? 4 : 3) * depth / 8;
        byte[] rows = deflated(2L * height * (1 + (long) width * pixel));
        return join(
                png(width, height, depth, colour, interlaced),
                chunk("IDAT", rows),
                chunk("IEND", new byte[0]));
    }

    /** Readers look into the text of pictures with a palette. */
    private static byte[] withTextBomb() {
        return join(
                png(300, 300, 8, 3, 0),
                chunk("PLTE", new byte[] {1, 2, 3}),
                chunk("zTXt", join(text("Comment\0\0"), deflated(512L * 1024 * 1024))),
                chunk("IDAT", deflated(300L * 301)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] deflated(long zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            for (long left = zeros; left > 0; left -= some.length) {
                deflater.write(some, 0, (int) Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(text(type));
        checksum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(text(type))
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part, 0, part.length);
        }
        return bytes.toByteArray();
    }
}
