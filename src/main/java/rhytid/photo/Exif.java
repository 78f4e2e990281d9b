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
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int TIME_ORIGINAL = 0x9003;
    private static final int TIME_DIGITIZED = 0x9004;
    private static final int FOCAL_LENGTH = 0x920a;
    private static final int PIXEL_WIDTH = 0xa002;
    private static final int PIXEL_HEIGHT = 0xa003;
    private static final int INTEROPERABILITY_DIRECTORY = 0xa005;
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
        if (block == null) {
            return NONE;
        }
        try {
            Bytes tiff = TiffDirectory.inItsOrder(block);
            TiffDirectory main = new TiffDirectory(tiff, TiffDirectory.first(tiff));
            return read(tiff, main);
        } catch (Unreadable e) {
            // The block is cut or points outside itself; viewers ignore such a block too, and so is it here.
            return NONE;
        }
    }

    private static Exif read(Bytes tiff, TiffDirectory main) throws Unreadable {
        long orientation = main.number(ORIENTATION).orElse(1);
        int known = orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
        Optional<TiffDirectory> photo = inner(tiff, main, EXIF_DIRECTORY);
        OptionalDouble focal = photo.isPresent() ? focalLength35mm(photo.get()) : OptionalDouble.empty();
        return new Exif(
                known,
                photo.flatMap(Exif::capturedAt).orElse(null),
                camera(main).orElse(null),
                focal.isPresent() ? (Double) focal.getAsDouble() : null,
                photo.isPresent() && adobeRgb(tiff, photo.get()));
    }

    /** The directory that a tag of another points at; none when it cannot be read, so that the rest still counts. */
    private static Optional<TiffDirectory> inner(Bytes tiff, TiffDirectory outer, int tag) {
        try {
            long offset = outer.number(tag).orElse(0);
            return offset == 0 ? Optional.empty() : Optional.of(new TiffDirectory(tiff, offset));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** When the picture was taken; never the time of the last change, which an editor writes. */
    private static Optional<LocalDateTime> capturedAt(TiffDirectory photo) {
        return photo.text(TIME_ORIGINAL).or(() -> photo.text(TIME_DIGITIZED)).flatMap(Exif::time);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // a clock never set writes 0000:00:00, others write blanks
        }
    }

    private static Optional<String> camera(TiffDirectory main) {
        String make = main.text(MAKE).orElse("");
        String model = main.text(MODEL).orElse("");
        boolean named = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT));
        String camera = (named ? model : make + " " + model)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return camera.isEmpty()
                ? Optional.empty()
                : Optional.of(camera.substring(0, Math.min(camera.length(), MAX_CAMERA_LETTERS)));
    }

    private static OptionalDouble focalLength35mm(TiffDirectory photo) throws Unreadable {
        double stated = photo.number(FOCAL_LENGTH_35MM).orElse(0);
        double focal = stated > 0 ? stated : derivedFocalLength35mm(photo);
        return focal >= SHORTEST_MM && focal <= LONGEST_MM ? OptionalDouble.of(focal) : OptionalDouble.empty();
    }

    /** Focal length × the ratio of film's diagonal to the sensor's; 0 where the sensor's size is not known. */
    private static double derivedFocalLength35mm(TiffDirectory photo) throws Unreadable {
        double unitMm = switch ((int) photo.number(FOCAL_PLANE_UNIT).orElse(2)) {
            case 2 -> 25.4;
            case 3 -> 10;
            case 4 -> 1;
            case 5 -> 0.001;
            default -> 0;
        };
        double widthMm = unitMm
                * photo.number(PIXEL_WIDTH).orElse(0)
                / photo.fraction(FOCAL_PLANE_X_RESOLUTION).orElse(Double.POSITIVE_INFINITY);
        double heightMm = unitMm
                * photo.number(PIXEL_HEIGHT).orElse(0)
                / photo.fraction(FOCAL_PLANE_Y_RESOLUTION).orElse(Double.POSITIVE_INFINITY);
        double focalMm = photo.fraction(FOCAL_LENGTH).orElse(0);
        return widthMm > 0 && heightMm > 0 ? focalMm * FILM_DIAGONAL_MM / Math.hypot(widthMm, heightMm) : 0;
    }

    /** Cameras set to Adobe RGB embed no profile: they write R03 as interoperability index (DCF 2.0, annex). */
    private static boolean adobeRgb(Bytes tiff, TiffDirectory photo) {
        return inner(tiff, photo, INTEROPERABILITY_DIRECTORY)
                .flatMap(directory -> directory.text(1))
                .filter("R03"::equals)
                .isPresent();
    }
}
