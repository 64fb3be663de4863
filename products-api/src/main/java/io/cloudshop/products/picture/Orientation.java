package io.cloudshop.products.picture;

import java.awt.geom.AffineTransform;

/** How the rows of a photograph lie, by the values of Exif's tag 274, from 1. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    MIRRORED_UPSIDE_DOWN(1, 0, 0, -1),
    MIRRORED_ON_THE_LEFT(0, 1, 1, 0),
    ON_THE_LEFT(0, 1, -1, 0),
    MIRRORED_ON_THE_RIGHT(0, -1, -1, 0),
    ON_THE_RIGHT(0, -1, 1, 0);

    private final int xToX;
    private final int xToY;
    private final int yToX;
    private final int yToY;

    Orientation(int xToX, int xToY, int yToX, int yToY) {
        this.xToX = xToX;
        this.xToY = xToY;
        this.yToX = yToX;
        this.yToY = yToY;
    }

    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    boolean isSideways() {
        return xToX == 0;
    }

    /** What sets a picture of this size upright, with its corner where it was. */
    AffineTransform upright(int width, int height) {
        int left = Math.min(0, xToX * width) + Math.min(0, yToX * height);
        int top = Math.min(0, xToY * width) + Math.min(0, yToY * height);
        return new AffineTransform(xToX, xToY, yToX, yToY, -left, -top);
    }
}
