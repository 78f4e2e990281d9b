package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * From a profile's colours to sRGB, by Little CMS as the JDK carries it. The JDK asks for the perceptual intent; for
 * the matrix profiles of cameras and phones that is the same as relative colorimetric, and for printers' profiles it is
 * what viewers show.
 */
final class IccConversion {

    /** Strips of about this many pixels keep the copies on the Java side small. */
    private static final int STRIP_PIXELS = 1 << 20;

    private static final int[] BGR = {2, 1, 0};
    private static final int[] SINGLE = {0};

    /** Steps per channel when looking whether a profile changes anything. */
    private static final int GRID = 9;

    private final ColorConvertOp operation;
    private final int components;

    private IccConversion(ICC_Profile profile) {
        operation = new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        components = profile.getNumComponents();
    }

    /** None when the profile cannot be read, is too large, or does not fit the picture's colours. */
    static Optional<IccConversion> of(Bytes profile, Header.Colours colours, PhotoLimits limits) {
        if (profile.length() > limits.maxProfileBytes()) {
            return Optional.empty();
        }
        try {
            ICC_Profile parsed = ICC_Profile.getInstance(profile.copy());
            if (!fits(parsed, colours)) {
                return Optional.empty();
            }
            IccConversion conversion = new IccConversion(parsed);
            conversion.tryOut();
            return Optional.of(conversion);
        } catch (IllegalArgumentException | CMMException | ProfileDataException e) {
            return Optional.empty(); // malformed: viewers show such a photo as sRGB, and so is it read here
        }
    }

    private static boolean fits(ICC_Profile profile, Header.Colours colours) {
        int expected = switch (colours) {
            case GREY -> ColorSpace.TYPE_GRAY;
            case RGB -> ColorSpace.TYPE_RGB;
            case CMYK -> ColorSpace.TYPE_CMYK;
        };
        int kind = profile.getProfileClass();
        boolean ofDevice = kind == ICC_Profile.CLASS_INPUT
                || kind == ICC_Profile.CLASS_DISPLAY
                || kind == ICC_Profile.CLASS_OUTPUT
                || kind == ICC_Profile.CLASS_COLORSPACECONVERSION;
        return ofDevice && profile.getColorSpaceType() == expected;
    }

    /** Little CMS reads the tags only when it first converts. */
    private void tryOut() {
        byte[] one = new byte[components];
        convert(bytes(one, 1, components, components == 3 ? BGR : null));
    }

    /** Whether any colour moves by more than rounding; for an sRGB profile none does, and the work can be saved. */
    boolean changesColours() {
        if (components != 3) {
            return true;
        }
        byte[] grid = new byte[3 * GRID * GRID * GRID];
        for (int i = 0; i < grid.length / 3; i++) {
            grid[3 * i] = step(i % GRID);
            grid[3 * i + 1] = step(i / GRID % GRID);
            grid[3 * i + 2] = step(i / (GRID * GRID));
        }
        byte[] converted = convert(bytes(grid, grid.length / 3, 3, BGR));
        for (int i = 0; i < grid.length; i++) {
            if (Math.abs((grid[i] & 0xff) - (converted[i] & 0xff)) > 1) {
                return true;
            }
        }
        return false;
    }

    private static byte step(int i) {
        return (byte) (255 * i / (GRID - 1));
    }

    /**
     * A new picture in sRGB (8 bits, blue, green, red).
     *
     * @param pixels one channel or blue, green, red, of 8 or 16 bits, without gaps between its rows
     */
    Mat toSrgb(Mat pixels) {
        if (components < pixels.channels()) {
            try (Mat grey = new Mat()) {
                extractChannel(pixels, grey, 0);
                return toSrgb(grey);
            }
        }
        int width = pixels.cols();
        int rows = Math.max(1, STRIP_PIXELS / width);
        Mat result = new Mat(pixels.rows(), width, CV_8UC3);
        try (BytePointer out = new BytePointer(result.data())) {
            for (int y = 0; y < pixels.rows(); y += rows) {
                int count = width * Math.min(rows, pixels.rows() - y);
                byte[] strip = convert(strip(pixels, (long) y * width, count));
                out.position(3L * y * width).put(strip, 0, strip.length);
            }
        }
        return result;
    }

    private WritableRaster strip(Mat pixels, long firstPixel, int count) {
        int channels = pixels.channels();
        int[] order = channels == 3 ? BGR : SINGLE;
        if (pixels.depth() == CV_16U) {
            short[] samples = new short[count * channels];
            try (ShortPointer in = new ShortPointer(pixels.data())) {
                in.position(firstPixel * channels).get(samples);
            }
            return Raster.createInterleavedRaster(
                    new DataBufferUShort(samples, samples.length), count, 1, samples.length, channels, order, null);
        }
        byte[] samples = new byte[count * channels];
        try (BytePointer in = new BytePointer(pixels.data())) {
            in.position(firstPixel * channels).get(samples);
        }
        return bytes(samples, count, channels, order);
    }

    /** The raster's colours as sRGB bytes: blue, green, red. */
    byte[] convert(Raster raster) {
        byte[] result = new byte[3 * raster.getWidth() * raster.getHeight()];
        operation.filter(raster, bytes(result, raster.getWidth() * raster.getHeight(), 3, BGR));
        return result;
    }

    /** A raster of one row over the samples. */
    static WritableRaster bytes(byte[] samples, int pixels, int channels, int @Nullable [] order) {
        int[] offsets = order == null ? IntStream.range(0, channels).toArray() : order;
        DataBuffer buffer = new DataBufferByte(samples, samples.length);
        return Raster.createInterleavedRaster(buffer, pixels, 1, samples.length, channels, offsets, null);
    }
}
