package rhytid.report;

import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.report.drawing.Colours;

/**
 * Draws on a picture of three channels: smooth lines with a thin dark edge, so that they show on skin of every tone.
 */
final class Sketch {

    /** Positions are handed over in sixteenths of a pixel. */
    private static final int SUBPIXEL_BITS = 4;

    private final Mat picture;
    private final int thin;

    /** @param picture is drawn on */
    Sketch(Mat picture) {
        this.picture = picture;
        this.thin = Math.max(1, (int) Math.round(picture.rows() / 800.0));
    }

    /** Width of the thinnest line, in pixels. */
    int thin() {
        return thin;
    }

    void cased(Polyline path, int rgb, int width) {
        line(path, Colours.CASING, width + 2);
        line(path, rgb, width);
    }

    void line(Polyline path, int rgb, int width) {
        draw(path.points(), false, rgb, width);
    }

    void closed(List<Point> points, int rgb, int width) {
        draw(points, true, rgb, width);
    }

    private void draw(List<Point> points, boolean closed, int rgb, int width) {
        try (PointerScope scope = new PointerScope()) {
            Mat corners = new Mat(points.size(), 1, opencv_core.CV_32SC2);
            IntBuffer buffer = corners.createBuffer();
            for (Point p : points) {
                buffer.put(subpixel(p.x())).put(subpixel(p.y()));
            }
            opencv_imgproc.polylines(
                    picture, new MatVector(corners), closed, bgr(rgb), width, opencv_imgproc.LINE_AA, SUBPIXEL_BITS);
        }
    }

    void dashed(Polyline path, int rgb, int width) {
        double dash = 5.0 * thin;
        double length = path.length();
        for (double at = 0; at < length; at += 2 * dash) {
            line(new Polyline(List.of(path.at(at), path.at(at + dash))), rgb, width);
        }
    }

    void dot(Point centre, int rgb, int radius) {
        circle(centre, Colours.CASING, radius + 1);
        circle(centre, rgb, radius);
    }

    private void circle(Point centre, int rgb, int radius) {
        try (PointerScope scope = new PointerScope()) {
            opencv_imgproc.circle(
                    picture,
                    new org.bytedeco.opencv.opencv_core.Point(subpixel(centre.x()), subpixel(centre.y())),
                    radius << SUBPIXEL_BITS,
                    bgr(rgb),
                    opencv_imgproc.FILLED,
                    opencv_imgproc.LINE_AA,
                    SUBPIXEL_BITS);
        }
    }

    /** Text of ASCII letters, centred above a place; OpenCV brings its own strokes, no font of the system is needed. */
    void label(Point below, String ascii, int rgb) {
        double scale = 0.5 * thin;
        try (PointerScope scope = new PointerScope()) {
            int[] baseline = new int[1];
            int width = opencv_imgproc
                    .getTextSize(ascii, opencv_imgproc.FONT_HERSHEY_DUPLEX, scale, 1, baseline)
                    .width();
            var corner = new org.bytedeco.opencv.opencv_core.Point(
                    (int) Math.round(below.x() - width / 2.0), (int) Math.round(below.y() - 9 * thin));
            for (int edge : new int[] {3 * thin, thin}) {
                opencv_imgproc.putText(
                        picture,
                        ascii,
                        corner,
                        opencv_imgproc.FONT_HERSHEY_DUPLEX,
                        scale,
                        bgr(edge == thin ? rgb : Colours.CASING),
                        edge,
                        opencv_imgproc.LINE_AA,
                        false);
            }
        }
    }

    private static Scalar bgr(int rgb) {
        return new Scalar(rgb & 0xff, rgb >> 8 & 0xff, rgb >> 16 & 0xff, 0);
    }

    private static int subpixel(double pixels) {
        return (int) Math.round(pixels * (1 << SUBPIXEL_BITS));
    }
}
