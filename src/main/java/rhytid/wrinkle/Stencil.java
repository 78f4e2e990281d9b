package rhytid.wrinkle;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import rhytid.geometry.Polygon;

/** Fills outlines on a raster: 1 inside, 0 outside. */
final class Stencil {

    private Stencil() {}

    static Raster of(Raster frame, Polygon outline) {
        return of(frame, List.of(outline), 0);
    }

    /** The outlines, each grown by a margin in millimetres (rounded, as a brush of that radius along the border). */
    static Raster of(Raster frame, List<Polygon> outlines, double growMm) {
        try (PointerScope scope = new PointerScope()) {
            Mat mat = frame.empty().mat();
            for (Polygon outline : outlines) {
                int n = outline.points().size();
                int[] flat = new int[2 * n];
                for (int i = 0; i < n; i++) {
                    flat[2 * i] = (int)
                            Math.round(16 * frame.column(outline.points().get(i).x()));
                    flat[2 * i + 1] = (int)
                            Math.round(16 * frame.row(outline.points().get(i).y()));
                }
                Point points = new Point(new IntPointer(flat));
                opencv_imgproc.fillPoly(mat, points, new int[] {n}, 1, new Scalar(1), 8, 4, new Point(0, 0));
            }
            float[] values = new float[frame.values().length];
            new FloatPointer(mat.data()).get(values);
            if (growMm <= 0) {
                return frame.with(values);
            }
            int r = Math.max(1, (int) Math.round(growMm * frame.pxPerMm()));
            Mat brush = opencv_imgproc.getStructuringElement(
                    opencv_imgproc.MORPH_ELLIPSE, new org.bytedeco.opencv.opencv_core.Size(2 * r + 1, 2 * r + 1));
            Mat grown = new Mat(mat.rows(), mat.cols(), CV_32FC1);
            opencv_imgproc.dilate(mat, grown, brush);
            return frame.with(Raster.values(grown));
        }
    }
}
