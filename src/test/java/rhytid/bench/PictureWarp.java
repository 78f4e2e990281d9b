package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/** Bends a portrait by a known field: turns the head, closes the eyes, moves a brow. */
public final class PictureWarp {

    /** The field is worked out on a grid of this many pixels and interpolated between. */
    private static final int GRID_PX = 6;

    /** Over how many pixels scattered points are smoothed, so that skin does not fold over itself. */
    private static final double SMOOTH_PX = 15;

    private PictureWarp() {}

    /**
     * The photo bent. Closes nothing.
     *
     * @param source from a place in the result to the place in the photo it shows
     */
    static Photo bent(Photo photo, UnaryOperator<Point> source) {
        Mat result = new Mat();
        try (PointerScope scope = new PointerScope()) {
            int columns = photo.width() / GRID_PX + 2;
            int rows = photo.height() / GRID_PX + 2;
            Mat x = new Mat(rows, columns, CV_32F);
            Mat y = new Mat(rows, columns, CV_32F);
            try (FloatIndexer xs = x.createIndexer();
                    FloatIndexer ys = y.createIndexer()) {
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < columns; c++) {
                        // Where this cell's centre lies when the grid is blown up by resize.
                        Point at = new Point((c + 0.5) * GRID_PX - 0.5, (r + 0.5) * GRID_PX - 0.5);
                        Point from = source.apply(at);
                        xs.put(r, c, (float) (from.x() - at.x()));
                        ys.put(r, c, (float) (from.y() - at.y()));
                    }
                }
            }
            remap(
                    photo.pixels(),
                    result,
                    absolute(x, photo, true),
                    absolute(y, photo, false),
                    INTER_CUBIC,
                    BORDER_REPLICATE,
                    new Scalar(0, 0, 0, 0));
        }
        return new Photo(result, photo.info());
    }

    private static Mat absolute(Mat grid, Photo photo, boolean horizontal) {
        Mat large = new Mat();
        resize(grid, large, new Size(grid.cols() * GRID_PX, grid.rows() * GRID_PX), 0, 0, INTER_LINEAR);
        Mat field = large.apply(new org.bytedeco.opencv.opencv_core.Rect(0, 0, photo.width(), photo.height()))
                .clone();
        try (FloatIndexer values = field.createIndexer()) {
            for (int r = 0; r < field.rows(); r++) {
                for (int c = 0; c < field.cols(); c++) {
                    values.put(r, c, values.get(r, c) + (horizontal ? c : r));
                }
            }
        }
        return field;
    }

    /** The head turned by so many degrees more; the mean face tells how deep each place lies. */
    static Photo turned(Photo photo, Face face, double yawDeg, double pitchDeg) {
        List<Point> from = face.landmarks().points();
        double px = face.scale().pxPerMm();
        double eyes = CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).z();
        Point origin = from.get(FaceMesh.NASION);
        double yaw = Math.toRadians(yawDeg);
        double pitch = Math.toRadians(pitchDeg);
        List<Point> to = new ArrayList<>();
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            Point p = from.get(i).minus(origin).times(1 / px);
            double z = CanonicalFace.vertex(i).z() - eyes;
            double y = -p.y() * Math.cos(pitch) + z * Math.sin(pitch);
            double z2 = p.y() * Math.sin(pitch) + z * Math.cos(pitch);
            double x = p.x() * Math.cos(yaw) + z2 * Math.sin(yaw);
            to.add(origin.plus(new Point(x, -y).times(px)));
        }
        return bent(photo, scattered(from, to));
    }

    /** Both upper lids drawn down to the lower ones: the skin between brow and lid is stretched over the eyes. */
    public static Photo eyesClosed(Photo photo, Face face) {
        return bent(photo, at -> {
            for (Side side : Side.values()) {
                Polyline upper = new Polyline(face.landmarks().points(FaceMesh.upperLid(side)));
                Polyline lower = new Polyline(face.landmarks().points(FaceMesh.lowerLid(side)));
                double top = heightAt(upper, at.x());
                double bottom = heightAt(lower, at.x()) + 1;
                double above = top - 1.2 * (bottom - top) - 2;
                if (at.y() > above && at.y() < bottom) {
                    return new Point(at.x(), above + (at.y() - above) * (top - 1 - above) / (bottom - above));
                }
            }
            return at;
        });
    }

    private static double heightAt(Polyline line, double x) {
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points().get(i - 1);
            Point b = line.points().get(i);
            if (a.x() != b.x() && (x - a.x()) * (x - b.x()) <= 0) {
                return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
            }
        }
        return Double.NaN;
    }

    /**
     * One brow raised (negative: lowered), whole; the skin around it gives way over some millimetres.
     *
     * @param mm along the facial vertical
     */
    public static Photo browMoved(Photo photo, Face face, Side side, double mm) {
        Polygon brow = new Polygon(face.landmarks().points(FaceMesh.browOutline(side)));
        List<Point> closed = new ArrayList<>(brow.points());
        closed.add(brow.points().getFirst());
        Polyline edge = new Polyline(closed);
        Point level = face.landmarks()
                .pupil(Side.LEFT)
                .minus(face.landmarks().pupil(Side.RIGHT))
                .unit();
        double px = face.scale().pxPerMm();
        Point up = level.quarterTurn().times(-mm * px);
        Affine back = Affine.IDENTITY.movedBy(up.times(-1));
        double rigid = 3 * px;
        double reach = rigid + Math.max(7, 2.5 * Math.abs(mm)) * px;
        return bent(photo, at -> {
            Point moved = back.apply(at);
            double away = brow.contains(moved) ? 0 : edge.distanceTo(moved);
            double share = away <= rigid ? 1 : away >= reach ? 0 : eased(1 - (away - rigid) / (reach - rigid));
            return at.minus(up.times(share));
        });
    }

    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }

    /** A field that brings every point of {@code to} from its place in {@code from}, by Shepard's weights. */
    private static UnaryOperator<Point> scattered(List<Point> from, List<Point> to) {
        return at -> {
            double weights = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < to.size(); i++) {
                Point q = to.get(i);
                double squared = Math.pow(at.x() - q.x(), 2) + Math.pow(at.y() - q.y(), 2) + SMOOTH_PX * SMOOTH_PX;
                double weight = 1 / (squared * squared);
                weights += weight;
                x += weight * (from.get(i).x() - q.x());
                y += weight * (from.get(i).y() - q.y());
            }
            return new Point(at.x() + x / weights, at.y() + y / weights);
        };
    }
}
