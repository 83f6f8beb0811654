package com.learnamp.entra.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckPictureTest {

    @ParameterizedTest
    @CsvSource({
        "jpg, 648, 648, 240, 240",
        "jpg, 240, 240, 240, 240",
        "jpg, 4000, 3000, 240, 180",
        "png, 300, 600, 120, 240",
        "gif, 500, 500, 240, 240",
        "jpg, 48, 48, 48, 48",
    })
    void makesASmallPictureOfWhatIsTaken(
            String format, int width, int height, int newWidth, int newHeight) {
        Picture picture = CheckPicture.check(image(format, width, height));

        assertThat(picture)
                .isInstanceOfSatisfying(
                        Picture.Accepted.class,
                        accepted -> {
                            assertThat(accepted.width()).isEqualTo(newWidth);
                            assertThat(accepted.height()).isEqualTo(newHeight);
                            assertThat(read(accepted.bytes()).getWidth()).isEqualTo(newWidth);
                            assertThat(accepted.hash()).matches("[0-9a-f]{64}");
                        });
    }

    @Test
    void keepsNothingOfTheOriginalsMetadata() {
        byte[] jpeg = image("jpg", 300, 300);
        byte[] withPlace =
                withExif(jpeg, "GPS 51.5074 N, 0.1278 W".getBytes(StandardCharsets.ISO_8859_1));

        Picture picture = CheckPicture.check(withPlace);

        assertThat(picture)
                .isInstanceOfSatisfying(
                        Picture.Accepted.class,
                        accepted ->
                                assertThat(
                                                new String(
                                                        accepted.bytes(),
                                                        StandardCharsets.ISO_8859_1))
                                        .doesNotContain("GPS"));
    }

    /** Cameras write the pixels as the sensor lies, and note how they are to be turned. */
    @ParameterizedTest
    @CsvSource({
        "1, 240, 160, 10, 80, 230, 80",
        "3, 240, 160, 230, 80, 10, 80",
        "6, 160, 240, 80, 10, 80, 230",
        "8, 160, 240, 80, 230, 80, 10",
    })
    void turnsThePictureAsItsCameraNotedIt(
            int orientation, int width, int height, int redX, int redY, int blueX, int blueY) {
        byte[] jpeg = withExif(redLeftBlueRight(), exif(orientation));

        Picture picture = CheckPicture.check(jpeg);

        assertThat(picture)
                .isInstanceOfSatisfying(
                        Picture.Accepted.class,
                        accepted -> {
                            BufferedImage upright = read(accepted.bytes());
                            assertThat(upright.getWidth()).isEqualTo(width);
                            assertThat(upright.getHeight()).isEqualTo(height);
                            assertThat(new Color(upright.getRGB(redX, redY)).getRed())
                                    .isGreaterThan(200);
                            assertThat(new Color(upright.getRGB(blueX, blueY)).getBlue())
                                    .isGreaterThan(200);
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void leavesAPictureAsItIsWhoseOrientationIsNone(int orientation) {
        Picture picture = CheckPicture.check(withExif(redLeftBlueRight(), exif(orientation)));

        assertThat(picture)
                .isInstanceOfSatisfying(
                        Picture.Accepted.class,
                        accepted -> assertThat(accepted.width()).isEqualTo(240));
    }

    @Test
    void makesTheSameOfTheSame() {
        byte[] jpeg = image("jpg", 648, 648);

        assertThat(((Picture.Accepted) CheckPicture.check(jpeg)).hash())
                .isEqualTo(((Picture.Accepted) CheckPicture.check(jpeg)).hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<html><img src=x onerror=alert(1)></html>",
                "",
                "RIFF....WEBPVP8 ",
                "BM this would be a bitmap",
            })
    void refusesWhatIsNoJpegPngOrGif(String content) {
        assertThat(CheckPicture.check(content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Picture.Refused("The photo in Entra is no JPEG, PNG or GIF."));
    }

    @Test
    void refusesADecompressionBombByItsHeader() {
        assertThat(CheckPicture.check(pngHeader(60_000, 60_000)))
                .isEqualTo(
                        new Picture.Refused(
                                "The photo in Entra has more than 25 million pixels, or a side of"
                                        + " more than 16,000."));
    }

    @Test
    void refusesDamagedPictures() {
        byte[] jpeg = image("jpg", 300, 300);

        assertThat(CheckPicture.check(Arrays.copyOf(jpeg, 40))).isInstanceOf(Picture.Refused.class);
        assertThat(CheckPicture.check(pngHeader(300, 300))).isInstanceOf(Picture.Refused.class);
    }

    @Test
    void refusesTheOnePixelThatStandsForNoPhoto() {
        assertThat(CheckPicture.check(image("gif", 1, 1))).isInstanceOf(Picture.Refused.class);
    }

    @Test
    void refusesTooManyBytes() {
        byte[] large = Arrays.copyOf(image("jpg", 300, 300), CheckPicture.MAX_BYTES + 1);

        assertThat(CheckPicture.check(large))
                .isEqualTo(new Picture.Refused("The photo in Entra is larger than 4 MiB."));
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] redLeftBlueRight() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 150, 200);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(150, 0, 150, 200);
        graphics.dispose();
        return written(image, "jpg");
    }

    /** A directory of one entry, the orientation. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(8 + 2 + 12 + 4)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** An APP1 segment right behind the start of the picture. */
    private static byte[] withExif(byte[] jpeg, byte[] exif) {
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + name.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (name.length + exif.length + 2))
                .put(name)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG that says how large it is, and then ends. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk =
                ByteBuffer.allocate(17)
                        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) checksum.getValue())
                .array();
    }
}
