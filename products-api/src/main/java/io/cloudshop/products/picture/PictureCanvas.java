package io.cloudshop.products.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws pictures anew: smaller, upright, in the colours of screens (sRGB), and as nothing but pixels. */
final class PictureCanvas {

    private PictureCanvas() {}

    /** As large as it is, or with sides of at most so many pixels. */
    static BufferedImage fitted(BufferedImage picture, Orientation orientation, int mostSide) {
        BufferedImage halved = picture;
        // By more than half at once pixels would be left out.
        while (longestSide(halved) >= 2 * mostSide) {
            halved = drawn(halved, half(halved.getWidth()), half(halved.getHeight()));
        }
        double scale = Math.min(1, (double) mostSide / longestSide(halved));
        return upright(scaled(halved, scale), orientation);
    }

    static BufferedImage scaled(BufferedImage picture, double scale) {
        return drawn(picture, Math.max(1, (int) Math.round(picture.getWidth() * scale)), Math.max(1, (int)
                Math.round(picture.getHeight() * scale)));
    }

    /** The same without transparency. */
    static BufferedImage opaque(BufferedImage picture) {
        return drawn(picture, new AffineTransform(), picture.getWidth(), picture.getHeight(), false);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        AffineTransform scale = AffineTransform.getScaleInstance(
                (double) width / picture.getWidth(), (double) height / picture.getHeight());
        return drawn(picture, scale, width, height, picture.getColorModel().hasAlpha());
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean swapped = orientation.isSideways();
        return drawn(
                picture,
                orientation.upright(width, height),
                swapped ? height : width,
                swapped ? width : height,
                picture.getColorModel().hasAlpha());
    }

    private static BufferedImage drawn(
            BufferedImage picture, AffineTransform how, int width, int height, boolean transparent) {
        BufferedImage canvas = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, how, null);
        } finally {
            pen.dispose();
        }
        return canvas;
    }

    private static int half(int side) {
        return Math.max(1, side / 2);
    }

    private static int longestSide(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }
}
