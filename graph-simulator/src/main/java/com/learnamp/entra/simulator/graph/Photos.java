package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.Photo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Paints photos, and scales those that were uploaded. */
public final class Photos {

    private Photos() {}

    public static byte[] jpeg(Photo photo, int side) {
        byte[] uploaded = photo.uploaded();
        if (uploaded == null) {
            return encoded(painted(photo.seed(), side));
        }
        // What is no picture is given as it came, whatever the size.
        return side == photo.side() || side(uploaded) == 0
                ? uploaded
                : encoded(scaled(image(uploaded), side));
    }

    /** The smaller side of a picture; 0 if the bytes are none. */
    public static int side(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null ? 0 : Math.min(image.getWidth(), image.getHeight());
        } catch (IOException malformed) {
            return 0;
        }
    }

    /** A face of sorts: the same for the same seed, in any size. */
    private static BufferedImage painted(long seed, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = (seed & 0xFF) / 256f;
        paint.setColor(Color.getHSBColor(hue, 0.35f, 0.9f));
        paint.fillRect(0, 0, side, side);
        paint.setColor(Color.getHSBColor(hue + 0.45f, 0.5f, 0.45f));
        int shoulders = side * (60 + (int) (seed >>> 8 & 15)) / 100;
        paint.fillOval((side - shoulders) / 2, side * 62 / 100, shoulders, side * 70 / 100);
        paint.setColor(Color.getHSBColor(0.07f, 0.25f + (seed >>> 12 & 7) / 16f, 0.9f));
        int head = side * (36 + (int) (seed >>> 16 & 7)) / 100;
        paint.fillOval((side - head) / 2, side * 22 / 100, head, head * 5 / 4);
        paint.dispose();
        return image;
    }

    private static BufferedImage scaled(BufferedImage original, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        Image smaller = original.getScaledInstance(side, side, Image.SCALE_SMOOTH);
        paint.drawImage(smaller, 0, 0, null);
        paint.dispose();
        return image;
    }

    private static BufferedImage image(byte[] bytes) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
