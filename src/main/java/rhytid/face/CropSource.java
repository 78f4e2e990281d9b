package rhytid.face;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Halves;
import rhytid.photo.Halving;

/**
 * The surroundings of a face, shrunk by averaging areas to little more than what a network sees, so that crops taken
 * from here are not aliased. Owns native memory.
 */
final class CropSource implements AutoCloseable {

    /** How much finer than the crop the source is kept. */
    private static final double OVERSAMPLING = 1.3;

    /** Shrinking by less than this costs more than it brings. */
    private static final double WORTH_SHRINKING = 0.77;

    /**
     * What is to be shrunk to no more than this is taken from the photo's half: averaging areas of all its pixels takes
     * three times as long. At least five pixels of the half are then averaged, so that it does not count where their
     * borders lie.
     */
    private static final double HALVED_UP_TO = 0.1;

    /** How much of its surroundings is kept, so that the following crops of the same face fit in. */
    private static final double MARGIN = 1.3;

    private final Mat pixels;
    private final Affine fromPhoto;
    private final Box kept;
    private final Box photo;
    private final double factor;

    private CropSource(Mat pixels, Affine fromPhoto, Box kept, Box photo, double factor) {
        this.pixels = pixels;
        this.fromPhoto = fromPhoto;
        this.kept = kept;
        this.photo = photo;
        this.factor = factor;
    }

    /** What crops like this one need of a photo, to be drawn {@code size} pixels wide. */
    static CropSource of(Halves picture, Crop crop, int size) {
        double factor = OVERSAMPLING * size / crop.side();
        int halvings = 0;
        Affine toSource = Affine.IDENTITY;
        for (double left = factor; left <= HALVED_UP_TO; left *= 2) {
            halvings++;
            toSource = toSource.then(Halving.TO_HALF);
        }
        Mat source = picture.halved(halvings);
        int pixel = 1 << halvings;
        Box photo = new Box(0, 0, pixel * source.cols(), pixel * source.rows());
        Box wanted = bounds(crop.shifted(0, 0, 0, MARGIN)).intersection(photo);
        Rect rect = wholePixels(wanted, pixel, source);
        Box kept = new Box(pixel * rect.x(), pixel * rect.y(), pixel * rect.width(), pixel * rect.height());
        toSource = toSource.movedBy(new Point(-rect.x(), -rect.y()));
        try (PointerScope scope = new PointerScope();
                Mat region = new Mat(source, rect)) {
            Mat small = new Mat();
            if (factor > WORTH_SHRINKING) {
                region.copyTo(small);
                return new CropSource(small.retainReference(), toSource, kept, photo, 1);
            }
            int width = (int) Math.max(1, Math.round(kept.width() * factor));
            int height = (int) Math.max(1, Math.round(kept.height() * factor));
            opencv_imgproc.resize(region, small, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
            double kx = (double) width / rect.width();
            double ky = (double) height / rect.height();
            // Pixels are areas: centres move by half a pixel when their size changes.
            Affine shrink = new Affine(kx, 0, (kx - 1) / 2, 0, ky, (ky - 1) / 2);
            return new CropSource(small.retainReference(), toSource.then(shrink), kept, photo, factor);
        }
    }

    /** Whether a crop can be taken from here as well as from the photo. */
    boolean fits(Crop crop, int size) {
        Box needed = bounds(crop).intersection(photo);
        double ideal = Math.min(1, OVERSAMPLING * size / crop.side());
        return Math.abs(Math.log(ideal / factor)) < 0.25
                && needed.x() >= kept.x() - 1
                && needed.y() >= kept.y() - 1
                && needed.right() <= kept.right() + 1
                && needed.bottom() <= kept.bottom() + 1;
    }

    /** The crop, {@code size} pixels wide, black where the photo ends; the caller closes it. */
    Mat draw(Crop crop, int size) {
        Affine map = fromPhoto.inverse().then(crop.toPixels(size));
        Mat drawn = new Mat();
        try (Mat matrix = matrix(map);
                Size square = new Size(size, size);
                Scalar black = new Scalar(0, 0, 0, 0)) {
            opencv_imgproc.warpAffine(
                    pixels, drawn, matrix, square, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT, black);
        }
        return drawn;
    }

    /** The transform as OpenCV wants it; the caller closes it. */
    static Mat matrix(Affine map) {
        Mat matrix = new Mat(2, 3, opencv_core.CV_64F);
        try (var data = new org.bytedeco.javacpp.DoublePointer(matrix.data())) {
            data.put(map.a(), map.b(), map.tx(), map.c(), map.d(), map.ty());
        }
        return matrix;
    }

    private static Box bounds(Crop crop) {
        Affine back = crop.toPixels(1).inverse();
        return Box.around(java.util.List.of(
                back.apply(new Point(0, 0)),
                back.apply(new Point(1, 0)),
                back.apply(new Point(0, 1)),
                back.apply(new Point(1, 1))));
    }

    /** A part of the photo, in a picture that has one pixel for so many of the photo's. */
    private static Rect wholePixels(Box box, double pixel, Mat picture) {
        int left = (int) Math.clamp(Math.floor(box.x() / pixel), 0, picture.cols() - 1);
        int top = (int) Math.clamp(Math.floor(box.y() / pixel), 0, picture.rows() - 1);
        int right = (int) Math.clamp(Math.ceil(box.right() / pixel), left + 1, picture.cols());
        int bottom = (int) Math.clamp(Math.ceil(box.bottom() / pixel), top + 1, picture.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    @Override
    public void close() {
        pixels.close();
    }
}
