package rhytid.report;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Affine;
import rhytid.photo.Halving;
import rhytid.photo.Photo;

/** Cuts pictures out of photos and writes them as JPEG. Light and colour stay as the camera saw them. */
final class Picture {

    /** What lies outside the photo: a plain grey that nobody takes for skin. */
    private static final Scalar OUTSIDE = new Scalar(214, 216, 217, 0);

    /** What is shrunk further than this is halved first, or its pixels fall between. */
    private static final double HALVED_BELOW = 0.6;

    private Picture() {}

    /**
     * What a frame shows of a photo; the caller closes it.
     *
     * @param toFrame from pixels of the photo to pixels of the frame
     */
    static Mat cut(Photo photo, Affine toFrame, int width, int height) {
        Mat cut = new Mat();
        try (PointerScope scope = new PointerScope()) {
            Mat source = photo.pixels();
            Affine map = toFrame;
            while (map.scale() < HALVED_BELOW && source.cols() > 1 && source.rows() > 1) {
                source = Halving.of(source);
                map = Halving.TO_HALF.inverse().then(map);
            }
            opencv_imgproc.warpAffine(
                    source,
                    cut,
                    matrix(map),
                    new Size(width, height),
                    opencv_imgproc.INTER_CUBIC,
                    opencv_core.BORDER_CONSTANT,
                    OUTSIDE);
            return cut;
        }
    }

    /** A picture in a smaller size, to half a pixel; the caller closes it. */
    static Mat shrunk(Mat picture, int width, int height) {
        Mat small = new Mat();
        try (PointerScope scope = new PointerScope()) {
            Mat source = picture;
            while ((double) height / source.rows() < HALVED_BELOW) {
                source = Halving.of(source);
            }
            opencv_imgproc.resize(source, small, new Size(width, height), 0, 0, opencv_imgproc.INTER_CUBIC);
            return small;
        }
    }

    private static Mat matrix(Affine map) {
        Mat matrix = new Mat(2, 3, opencv_core.CV_64F);
        matrix.<DoubleBuffer>createBuffer().put(new double[] {map.a(), map.b(), map.tx(), map.c(), map.d(), map.ty()});
        return matrix;
    }

    /** In greys, as ground for coloured drawings; the caller closes it. */
    static Mat grey(Mat colours) {
        Mat grey = new Mat();
        opencv_imgproc.cvtColor(colours, grey, opencv_imgproc.COLOR_BGR2GRAY);
        return grey;
    }

    /** A JPEG without metadata, nothing but the picture and its JFIF head, as small as it can be. */
    static byte[] jpeg(Mat picture, int quality) {
        return jpeg(picture, quality, true);
    }

    /** The same, a tenth larger and written in a fifth of the time: for pictures that are large or many. */
    static byte[] quickJpeg(Mat picture, int quality) {
        return jpeg(picture, quality, false);
    }

    private static byte[] jpeg(Mat picture, int quality, boolean small) {
        int thorough = small ? 1 : 0;
        try (BytePointer bytes = new BytePointer();
                IntPointer settings = new IntPointer(
                        opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality,
                        opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE, thorough,
                        opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, thorough)) {
            if (!opencv_imgcodecs.imencode(".jpg", picture, bytes, settings)) {
                throw new IllegalStateException(
                        "OpenCV wrote no JPEG of " + picture.cols() + " × " + picture.rows() + " pixels");
            }
            byte[] jpeg = new byte[Math.toIntExact(bytes.limit())];
            bytes.get(jpeg);
            return jpeg;
        }
    }
}
