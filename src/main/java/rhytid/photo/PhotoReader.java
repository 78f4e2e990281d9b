package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * From a file's bytes to a {@link Photo}, or to the reason why it is none. JPEG, PNG, WebP and TIFF are read anywhere,
 * HEIC and AVIF where libheif is installed. Safe for use by many threads.
 *
 * <p>A file that is cut short or fails its own checksums is refused, not shown in part. Of a JPEG with several pictures
 * (MPO, as phones write for depth) the first is read; animations, sequences and TIFFs of several pages are refused.
 * Colours without a profile are taken as sRGB; a profile that cannot be read is a warning in {@link PhotoInfo}.
 */
public final class PhotoReader {

    private final PhotoLimits limits;
    private final Supplier<Optional<Heif>> heif;

    public PhotoReader() {
        this(PhotoLimits.STANDARD);
    }

    public PhotoReader(PhotoLimits limits) {
        this(limits, InstalledHeif::get);
    }

    PhotoReader(PhotoLimits limits, Supplier<Optional<Heif>> heif) {
        this.limits = limits;
        this.heif = heif;
    }

    /** Looked for once, and only when the first HEIC or AVIF comes. */
    private static final class InstalledHeif {
        private static final Optional<Heif> FOUND = Heif.find();

        static Optional<Heif> get() {
            return FOUND;
        }
    }

    /**
     * Reads a file. Its size is checked before its content is loaded.
     *
     * @throws IOException when the file is missing or cannot be read from the disk; what it holds never throws
     */
    public Reading read(Path file) throws IOException {
        long size = Files.size(file);
        return size > limits.maxFileBytes()
                ? new Reading.Refused(FileRefusal.tooLarge(size, limits.maxFileBytes()))
                : read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /**
     * Reads a photo. Its bytes decide what it is, not its name.
     *
     * @param name how messages call it
     */
    public Reading read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return new Reading.Refused(FileRefusal.empty());
        }
        if (bytes.length > limits.maxFileBytes()) {
            return new Reading.Refused(FileRefusal.tooLarge(bytes.length, limits.maxFileBytes()));
        }
        try {
            PhotoFormat format = PhotoFormat.of(Bytes.of(bytes));
            return new Reading.Accepted(
                    switch (format) {
                        case HEIC, AVIF -> readHeif(name, format, bytes);
                        default -> readStill(name, format, bytes);
                    });
        } catch (Unreadable e) {
            return new Reading.Refused(e.refusal());
        }
    }

    private Photo readStill(String name, PhotoFormat format, byte[] bytes) throws Unreadable {
        Bytes file = Bytes.of(bytes);
        Header header = switch (format) {
            case JPEG -> JpegHeader.read(file, limits);
            case PNG -> PngHeader.read(file, limits);
            case WEBP -> WebpHeader.read(file);
            case TIFF -> TiffHeader.read(file, limits);
            case HEIC, AVIF -> throw new IllegalArgumentException(format + " is libheif's");
        };
        checkSize(header);
        Exif exif = Exif.read(header.exif());
        List<Refusal> warnings = new ArrayList<>();
        Optional<IccConversion> profile = conversion(header, exif, warnings);
        Mat pixels = header.colours() == Header.Colours.CMYK
                ? CmykJpeg.decode(bytes, profile)
                : inSrgb(OpenCvDecoder.decode(plain(format, bytes), header), profile);
        return photo(name, format, Upright.turn(pixels, exif.orientation()), exif, warnings);
    }

    private static byte[] plain(PhotoFormat format, byte[] bytes) throws Unreadable {
        return format == PhotoFormat.TIFF ? TiffHeader.withoutOrientation(bytes) : bytes;
    }

    private Photo readHeif(String name, PhotoFormat format, byte[] bytes) throws Unreadable {
        Heif library = heif.get().orElseThrow(() -> new Unreadable(FileRefusal.heifMissing(format.id())));
        try (HeifDecoder decoder = new HeifDecoder(library, format)) {
            Header header = decoder.open(bytes, limits);
            checkSize(header);
            Exif exif = Exif.read(header.exif());
            List<Refusal> warnings = new ArrayList<>();
            Optional<IccConversion> profile = conversion(header, exif, warnings);
            return photo(name, format, inSrgb(decoder.decode(header), profile), exif, warnings);
        }
    }

    private void checkSize(Header header) throws Unreadable {
        if (header.width() <= 0 || header.height() <= 0) {
            throw new Unreadable(FileRefusal.damaged("it says no size"));
        }
        if (header.pixels() / header.height() != header.width() || header.pixels() > limits.maxPixels()) {
            throw new Unreadable(FileRefusal.tooManyPixels(header.pixels(), limits.maxPixels()));
        }
        long shorter = Math.min(header.width(), header.height());
        if (shorter < limits.minSidePx()) {
            throw new Unreadable(FileRefusal.tooSmall(shorter, limits.minSidePx()));
        }
    }

    /** How the colours become sRGB; none where they are it already, or where that has to be assumed. */
    private Optional<IccConversion> conversion(Header header, Exif exif, List<Refusal> warnings) {
        @Nullable Bytes profile = header.profile();
        if (profile == null) {
            if (!exif.adobeRgb() || header.colours() != Header.Colours.RGB) {
                return Optional.empty();
            }
            profile = RgbSpace.ADOBE_RGB.profile();
        }
        Optional<IccConversion> conversion = IccConversion.of(profile, header.colours(), limits);
        if (conversion.isEmpty()) {
            warnings.add(new Refusal(
                    "colour-profile-unreadable",
                    "The photo's colour profile cannot be read, so its colours are taken as sRGB and may be off."));
        }
        return conversion.filter(IccConversion::changesColours);
    }

    /** Blue, green, red of 8 bits; closes what it was given where that is another. */
    private static Mat inSrgb(Mat stored, Optional<IccConversion> profile) {
        if (profile.isEmpty() && stored.channels() == 3 && stored.depth() == CV_8U) {
            return stored;
        }
        try (stored) {
            if (profile.isPresent()) {
                return profile.get().toSrgb(stored);
            }
            Mat result = OpenCvDecoder.eightBits(stored);
            if (result.channels() == 1) {
                cvtColor(result, result, COLOR_GRAY2BGR);
            }
            return result;
        }
    }

    private static Photo photo(String name, PhotoFormat format, Mat pixels, Exif exif, List<Refusal> warnings) {
        return new Photo(
                pixels,
                new PhotoInfo(name, format.id(), exif.capturedAt(), exif.camera(), exif.focalLength35mm(), warnings));
    }
}
