package rhytid.bench;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Box;
import rhytid.geometry.Polygon;

/** Takes a share of what is finer than the face's own shape out of a part of a picture. */
final class SkinDetail {

    /** What is wider is shape. */
    private static final double WIDEST_MM = 4;

    private static final double BORDER_MM = 1;

    private SkinDetail() {}

    /** In linear light; from 0, none of the detail is left, to 1, all of it. */
    static void keep(Mat picture, Polygon outline, double pxPerMm, double left) {
        if (left >= 1) {
            return;
        }
        try (PointerScope scope = new PointerScope()) {
            Mat part = new Mat(picture, around(outline.bounds(), picture, 4 * pxPerMm));
            Mat inside = filled(outline, picture).apply(around(outline.bounds(), picture, 4 * pxPerMm));
            Mat border = blurred(inside, BORDER_MM * pxPerMm);
            Mat share = blurred(inside, WIDEST_MM * pxPerMm);
            Mat light = LinearLight.of(part);
            Mat inside3 = new Mat();
            opencv_imgproc.cvtColor(inside, inside3, opencv_imgproc.COLOR_GRAY2BGR);
            Mat masked = new Mat();
            opencv_core.multiply(light, inside3, masked);
            mix(part, border, share, blurred(masked, WIDEST_MM * pxPerMm), light, 1 - left);
        }
    }

    private static void mix(Mat part, Mat border, Mat share, Mat broad, Mat light, double gone) {
        try (UByteIndexer codes = part.createIndexer();
                FloatIndexer in = border.createIndexer();
                FloatIndexer weight = share.createIndexer();
                FloatIndexer wide = broad.createIndexer();
                FloatIndexer now = light.createIndexer()) {
            for (int y = 0; y < part.rows(); y++) {
                for (int x = 0; x < part.cols(); x++) {
                    double k = gone * in.get(y, x);
                    for (int c = 0; c < 3 && k > 1e-3; c++) {
                        double shape = wide.get(y, x, c) / Math.max(1e-3f, weight.get(y, x));
                        double was = Math.max(1e-4, now.get(y, x, c));
                        codes.put(y, x, c, LinearLight.times(codes.get(y, x, c), 1 + k * (shape / was - 1)));
                    }
                }
            }
        }
    }

    private static Mat filled(Polygon outline, Mat picture) {
        int n = outline.points().size();
        int[] flat = new int[2 * n];
        for (int i = 0; i < n; i++) {
            flat[2 * i] = (int) Math.round(outline.points().get(i).x());
            flat[2 * i + 1] = (int) Math.round(outline.points().get(i).y());
        }
        Mat inside = new Mat(picture.rows(), picture.cols(), opencv_core.CV_32FC1, new Scalar(0));
        opencv_imgproc.fillPoly(
                inside, new Point(new IntPointer(flat)), new int[] {n}, 1, new Scalar(1), 8, 0, new Point(0, 0));
        return inside;
    }

    private static Rect around(Box box, Mat picture, double marginPx) {
        int left = (int) Math.clamp(box.x() - marginPx, 0, picture.cols() - 1.0);
        int top = (int) Math.clamp(box.y() - marginPx, 0, picture.rows() - 1.0);
        int right = (int) Math.clamp(box.right() + marginPx, left + 1.0, picture.cols());
        int bottom = (int) Math.clamp(box.bottom() + marginPx, top + 1.0, picture.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    private static Mat blurred(Mat from, double sigmaPx) {
        Mat out = new Mat();
        opencv_imgproc.GaussianBlur(from, out, new Size(0, 0), sigmaPx);
        return out;
    }
}
