package rhytid.bench;

import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * The same photo taken again, as far as a computer can: turned by up to 8 degrees in its plane, scaled by 0.75 to 1.15,
 * shifted by up to 3 % of its size, its exposure changed by up to 20 %, and saved as JPEG of quality 60 to 95.
 */
record Reframing(double turnDegrees, double scale, double right, double down, double gain, int quality) {

    static Reframing random(Random random) {
        return new Reframing(
                between(random, -8, 8),
                between(random, 0.75, 1.15),
                between(random, -0.03, 0.03),
                between(random, -0.03, 0.03),
                between(random, 0.8, 1.2),
                60 + random.nextInt(36));
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** The photo taken again, of the same size; the caller closes it. */
    Photo of(Photo photo) {
        int width = photo.width();
        int height = photo.height();
        Point middle = new Point((width - 1) / 2.0, (height - 1) / 2.0);
        Affine map = Affine.similarityAbout(middle, scale, Math.toRadians(turnDegrees))
                .movedBy(new Point(right * width, down * height));
        try (Mat matrix = new Mat(2, 3, opencv_core.CV_64F);
                DoublePointer data = new DoublePointer(matrix.data());
                Mat moved = new Mat();
                Size size = new Size(width, height);
                Scalar black = new Scalar(0, 0, 0, 0);
                BytePointer jpeg = new BytePointer();
                IntPointer options = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)) {
            data.put(map.a(), map.b(), map.tx(), map.c(), map.d(), map.ty());
            int how = scale < 1 ? opencv_imgproc.INTER_LINEAR : opencv_imgproc.INTER_CUBIC;
            opencv_imgproc.warpAffine(photo.pixels(), moved, matrix, size, how, opencv_core.BORDER_REPLICATE, black);
            moved.convertTo(moved, -1, gain, 0);
            opencv_imgcodecs.imencode(".jpg", moved, jpeg, options);
            try (Mat bytes = new Mat(jpeg)) {
                return Pictures.of(opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_COLOR));
            }
        }
    }
}
