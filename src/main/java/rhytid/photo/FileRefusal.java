package rhytid.photo;

import java.util.Locale;

/** Every reason for which a file is not read, in the words of whoever sent it. */
final class FileRefusal {

    private FileRefusal() {}

    static Refusal empty() {
        return new Refusal("not-a-photo", "The file is empty. Send the photo again.");
    }

    /** @param what the kind of file that it is, with its article, or "not a photo" */
    static Refusal notAPhoto(String what) {
        return new Refusal(
                "not-a-photo", "This file is %s. Send a photo as JPEG, PNG, WebP, TIFF or HEIC.".formatted(what));
    }

    static Refusal tooLarge(long bytes, long limitBytes) {
        return new Refusal(
                "too-large",
                "The file is larger than %d MB. Send the photo as the camera made it, or export it as JPEG."
                        .formatted(limitBytes / 1_000_000),
                (double) bytes,
                (double) limitBytes);
    }

    static Refusal tooManyPixels(long pixels, long limit) {
        return new Refusal(
                "too-many-pixels",
                String.format(
                        Locale.ROOT,
                        "The photo has %.0f megapixels; more than %d are not read. Export it at a smaller size.",
                        pixels / 1e6,
                        limit / 1_000_000),
                (double) pixels,
                (double) limit);
    }

    static Refusal tooSmall(long shorterSidePx, int limitPx) {
        return new Refusal(
                "too-small",
                "The picture is only %d pixels on its shorter side. Send the photo itself, not a thumbnail."
                        .formatted(shorterSidePx),
                (double) shorterSidePx,
                (double) limitPx);
    }

    static Refusal severalFrames(String what) {
        return new Refusal("several-frames", "The file is %s. Send one photo a file.".formatted(what));
    }

    static Refusal damaged(String how) {
        return new Refusal(
                "damaged", "The file is damaged: %s. Copy it from the camera or phone again.".formatted(how));
    }

    static Refusal colourSpace(String what) {
        return new Refusal(
                "colour-space", "The photo's colours are %s, which is not read. Export it as JPEG.".formatted(what));
    }

    static Refusal heifMissing(String format) {
        return new Refusal(
                "heif-missing",
                ("Reading %s photos needs libheif, which this computer lacks: install it (Debian and Ubuntu: apt"
                                + " install libheif1; macOS: brew install libheif), or export the photo as JPEG (iPhone:"
                                + " Settings, Camera, Formats, Most Compatible).")
                        .formatted(format.toUpperCase(Locale.ROOT)));
    }

    static Refusal heifCodecMissing(String format) {
        return new Refusal(
                "heif-missing",
                ("The libheif of this computer has no decoder for %s: install one (Debian and Ubuntu: apt install"
                                + " libde265-0 libdav1d6, from Debian 13 on libheif-plugin-libde265 and"
                                + " libheif-plugin-dav1d), or export the photo as JPEG.")
                        .formatted(format.toUpperCase(Locale.ROOT)));
    }
}
