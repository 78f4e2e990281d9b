package rhytid.photo;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote about the photo (CIPA DC-008, Exif 2.32). What is missing or does not make sense is unknown; it
 * never makes a photo unreadable, because the picture does not depend on it.
 *
 * @param orientation 1 to 8; 1 (upright) where unknown
 * @param focalLength35mm focal length as on 35 mm film, of the uncropped frame
 * @param adobeRgb whether the camera says, by its interoperability mark, that the colours are Adobe RGB
 */
record Exif(
        int orientation,
        @Nullable LocalDateTime capturedAt,
        @Nullable String camera,
        @Nullable Double focalLength35mm,
        boolean adobeRgb) {

    static final Exif NONE = new Exif(1, null, null, null, false);

    private static final int MAKE = 0x10f;
    private static final int MODEL = 0x110;
    private static final int ORIENTATION = 0x112;
    private static final int TIME_ORIGINAL = 0x9003;
    private static final int TIME_DIGITIZED = 0x9004;
    private static final int FOCAL_LENGTH = 0x920a;
    private static final int PIXEL_WIDTH = 0xa002;
    private static final int PIXEL_HEIGHT = 0xa003;
    private static final int FOCAL_PLANE_X_RESOLUTION = 0xa20e;
    private static final int FOCAL_PLANE_Y_RESOLUTION = 0xa20f;
    private static final int FOCAL_PLANE_UNIT = 0xa210;
    private static final int FOCAL_LENGTH_35MM = 0xa405;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);

    private static final int MAX_CAMERA_LETTERS = 80;
    private static final double FILM_DIAGONAL_MM = Math.hypot(36, 24);

    /** Focal lengths (as on film) of lenses that exist: 5 mm fisheye to 2,000 mm; others are mistakes. */
    private static final double SHORTEST_MM = 5;

    private static final double LONGEST_MM = 2000;

    /** @param block from its TIFF header on */
    static Exif read(@Nullable Bytes block) {
        return block == null ? NONE : ExifTags.in(block).map(Exif::read).orElse(NONE);
    }

    private static Exif read(ExifTags tags) {
        long orientation = tags.number(ExifTags.MAIN, ORIENTATION).orElse(1);
        int known = orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
        OptionalDouble focal = focalLength35mm(tags);
        return new Exif(
                known,
                capturedAt(tags).orElse(null),
                camera(tags).orElse(null),
                focal.isPresent() ? (Double) focal.getAsDouble() : null,
                adobeRgb(tags));
    }

    /** When the picture was taken; never the time of the last change, which an editor writes. */
    private static Optional<LocalDateTime> capturedAt(ExifTags tags) {
        return tags.text(ExifTags.PHOTO, TIME_ORIGINAL)
                .or(() -> tags.text(ExifTags.PHOTO, TIME_DIGITIZED))
                .flatMap(Exif::time);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // a clock never set writes 0000:00:00, others write blanks
        }
    }

    private static Optional<String> camera(ExifTags tags) {
        String make = tags.text(ExifTags.MAIN, MAKE).orElse("");
        String model = tags.text(ExifTags.MAIN, MODEL).orElse("");
        boolean named = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT));
        String camera = (named ? model : make + " " + model)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return camera.isEmpty()
                ? Optional.empty()
                : Optional.of(camera.substring(0, Math.min(camera.length(), MAX_CAMERA_LETTERS)));
    }

    private static OptionalDouble focalLength35mm(ExifTags tags) {
        double stated = tags.number(ExifTags.PHOTO, FOCAL_LENGTH_35MM).orElse(0);
        double focal = stated > 0 ? stated : derivedFocalLength35mm(tags);
        return focal >= SHORTEST_MM && focal <= LONGEST_MM ? OptionalDouble.of(focal) : OptionalDouble.empty();
    }

    /** Focal length × the ratio of film's diagonal to the sensor's; 0 where the sensor's size is not known. */
    private static double derivedFocalLength35mm(ExifTags tags) {
        double unitMm =
                switch ((int) tags.number(ExifTags.PHOTO, FOCAL_PLANE_UNIT).orElse(2)) {
                    case 2 -> 25.4;
                    case 3 -> 10;
                    case 4 -> 1;
                    case 5 -> 0.001;
                    default -> 0;
                };
        double widthMm = unitMm
                * tags.number(ExifTags.PHOTO, PIXEL_WIDTH).orElse(0)
                / tags.fraction(ExifTags.PHOTO, FOCAL_PLANE_X_RESOLUTION).orElse(Double.POSITIVE_INFINITY);
        double heightMm = unitMm
                * tags.number(ExifTags.PHOTO, PIXEL_HEIGHT).orElse(0)
                / tags.fraction(ExifTags.PHOTO, FOCAL_PLANE_Y_RESOLUTION).orElse(Double.POSITIVE_INFINITY);
        double focalMm = tags.fraction(ExifTags.PHOTO, FOCAL_LENGTH).orElse(0);
        return widthMm > 0 && heightMm > 0 ? focalMm * FILM_DIAGONAL_MM / Math.hypot(widthMm, heightMm) : 0;
    }

    /** Cameras set to Adobe RGB embed no profile: they write R03 as interoperability index (DCF 2.0, annex). */
    private static boolean adobeRgb(ExifTags tags) {
        return tags.text(ExifTags.INTEROPERABILITY, 1).filter("R03"::equals).isPresent();
    }
}
