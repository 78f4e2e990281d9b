package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.Random;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;
import rhytid.photo.PhotoReader;
import rhytid.photo.PhotoWriter;
import rhytid.photo.Reading;

/**
 * The same face photographed again, as far as one picture lets it be computed: framed, exposed, focused and compressed
 * anew. The face itself, its pose and where the light comes from stay.
 *
 * @param turnDeg turn of the camera, clockwise on screen
 * @param scale how much larger the face becomes
 * @param shiftPx by what it is moved, in pixels of the new photo
 * @param exposure by what linear light is multiplied
 * @param warmth 0.1 is 10 % more red and 10 % less blue
 * @param blurPx standard deviation of the blur, in pixels of the new photo
 * @param noise standard deviation of the noise, in code values
 * @param jpegQuality 1 to 100
 * @param seed of the noise
 */
public record Retake(
        double turnDeg,
        double scale,
        Point shiftPx,
        double exposure,
        double warmth,
        double blurPx,
        double noise,
        int jpegQuality,
        long seed) {

    private static final double GAMMA = 2.2;

    /** Noise is drawn from these: six million logarithms a photo would cost more than measuring it. */
    private static final float[] NORMAL = normal(1 << 16);

    static final Retake NONE = new Retake(0, 1, new Point(0, 0), 1, 0, 0, 0, 98, 1);

    /** As a clinic retakes a photo: ±8° in plane, 0.75 to 1.15 times, other exposure, focus and compression. */
    public static Retake random(long seed) {
        // Neighbouring seeds of java.util.Random begin alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        return new Retake(
                between(random, -8, 8),
                between(random, 0.75, 1.15),
                new Point(between(random, -30, 30), between(random, -30, 30)),
                Math.exp(between(random, -0.25, 0.25)),
                between(random, -0.06, 0.06),
                between(random, 0, 1),
                between(random, 0.5, 2.5),
                70 + random.nextInt(26),
                seed);
    }

    /** The photo taken anew; the original stays the caller's, the result is for the caller to close. */
    public Photo of(Photo original) {
        return read(jpeg(original), original.info());
    }

    private byte[] jpeg(Photo original) {
        try (PointerScope scope = new PointerScope()) {
            Mat framed = framed(original);
            if (blurPx > 0) {
                GaussianBlur(framed, framed, new Size(0, 0), blurPx);
            }
            expose(framed);
            Mat bytes = new Mat();
            framed.convertTo(bytes, CV_8UC3);
            return PhotoWriter.jpeg(bytes, jpegQuality);
        }
    }

    /** From pixels of the original to pixels of the retake. */
    Affine map(Photo original) {
        Point middle = new Point((original.width() - 1) / 2.0, (original.height() - 1) / 2.0);
        return Affine.similarityAbout(middle, scale, Math.toRadians(turnDeg)).movedBy(shiftPx);
    }

    private Mat framed(Photo original) {
        Affine map = map(original);
        Mat matrix = new Mat(2, 3, CV_64F);
        try (DoubleIndexer m = matrix.createIndexer()) {
            m.put(0, 0, map.a(), map.b(), map.tx());
            m.put(1, 0, map.c(), map.d(), map.ty());
        }
        Mat source = new Mat();
        if (scale < 0.95) {
            // What a pixel of the smaller picture sees, so that shrinking does not alias.
            GaussianBlur(original.pixels(), source, new Size(0, 0), 0.45 / scale);
        } else {
            original.pixels().copyTo(source);
        }
        Mat framed = new Mat();
        warpAffine(source, framed, matrix, source.size(), INTER_LINEAR, BORDER_REPLICATE, new Scalar(0, 0, 0, 0));
        Mat floats = new Mat();
        framed.convertTo(floats, CV_32FC3);
        return floats;
    }

    private void expose(Mat picture) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] gains = {exposure * (1 - warmth), exposure, exposure * (1 + warmth)};
        for (int c = 0; c < gains.length; c++) {
            gains[c] = Math.pow(gains[c], 1 / GAMMA);
        }
        try (FloatIndexer pixels = picture.createIndexer()) {
            float[] row = new float[picture.cols() * 3];
            for (int y = 0; y < picture.rows(); y++) {
                pixels.get(y, row);
                for (int i = 0; i < row.length; i++) {
                    double value = row[i] * gains[i % 3] + noise * NORMAL[random.nextInt(NORMAL.length)];
                    row[i] = (float) Math.clamp(value, 0, 255);
                }
                pixels.put(y, row);
            }
        }
    }

    private static float[] normal(int count) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static Photo read(byte[] bytes, PhotoInfo info) {
        return switch (new PhotoReader().read(info.name(), bytes)) {
            case Reading.Accepted accepted -> accepted.photo();
            case Reading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
