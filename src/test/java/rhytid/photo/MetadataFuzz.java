package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

/** What a file says about itself, read without its picture. The first byte says which reader gets the rest. */
public final class MetadataFuzz {

    private static final PhotoLimits LIMITS = PhotoLimits.STANDARD;

    private MetadataFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        Bytes bytes = Bytes.of(rest);
        try {
            switch (input[0] & 7) {
                case 0 -> exif(bytes);
                case 1 -> converts(bytes, Header.Colours.RGB);
                case 2 -> converts(bytes, Header.Colours.GREY);
                case 3 -> inks(bytes);
                case 4 -> describes(JpegHeader.read(bytes, LIMITS));
                case 5 -> describes(PngHeader.read(Bytes.of(IntakeFuzz.withSums(rest)), LIMITS));
                case 6 -> describes(WebpHeader.read(bytes));
                default -> {
                    TiffHeader.withoutOrientation(rest);
                    describes(TiffHeader.read(bytes, LIMITS));
                }
            }
        } catch (Unreadable e) {
            if (e.refusal().message().isBlank()) {
                throw new IllegalStateException("a refusal without a word", e);
            }
        }
    }

    private static void describes(Header header) {
        exif(header.exif());
    }

    private static void exif(@Nullable Bytes block) {
        int orientation = Exif.read(block).orientation();
        if (orientation < 1 || orientation > 8) {
            throw new IllegalStateException("orientation " + orientation);
        }
    }

    private static void converts(Bytes profile, Header.Colours colours) {
        Optional<IccConversion> conversion = IccConversion.of(profile, colours, LIMITS);
        if (conversion.isEmpty() || !conversion.get().changesColours()) {
            return;
        }
        try (Mat pixels = new Mat(2, 3, colours == Header.Colours.GREY ? CV_8UC1 : CV_8UC3, new Scalar(90));
                Mat srgb = conversion.get().toSrgb(pixels)) {
            if (srgb.rows() != 2 || srgb.cols() != 3 || srgb.type() != CV_8UC3) {
                throw new IllegalStateException("not the same picture: " + srgb);
            }
        }
    }

    private static void inks(Bytes profile) {
        IccConversion.of(profile, Header.Colours.CMYK, LIMITS)
                .ifPresent(conversion -> conversion.convert(IccConversion.bytes(new byte[8], 2, 4, null)));
    }
}
