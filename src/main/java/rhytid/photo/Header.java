package rhytid.photo;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about its picture before a pixel is decoded.
 *
 * @param width in pixels as stored, before any orientation
 * @param height in pixels as stored
 * @param colours what a sample stands for
 * @param alpha how decoded samples stand where the picture is transparent
 * @param profile the ICC profile as stored, if any
 * @param exif the EXIF block from its TIFF header on, if any
 */
record Header(
        long width,
        long height,
        Colours colours,
        Alpha alpha,
        @Nullable Bytes profile,
        @Nullable Bytes exif) {

    enum Colours {
        GREY,
        RGB,
        CMYK
    }

    enum Alpha {
        /** Nothing is transparent. */
        NONE,
        /** Colours as if all were opaque. */
        STRAIGHT,
        /** Colours already times their opacity. */
        PREMULTIPLIED
    }

    long pixels() {
        return width * height;
    }
}
