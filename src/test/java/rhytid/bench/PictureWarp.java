package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.phantom.BrowShift;
import rhytid.phantom.Effect;
import rhytid.photo.Photo;

/** Bends a portrait by a known field: closes the eyes, moves a brow. */
public final class PictureWarp {

    /** A smooth field is worked out on a grid of this many pixels and interpolated between. */
    private static final int GRID_PX = 6;

    /** A lid that slides over an eye tears the field: between two places of a grid the tear would be a slope. */
    private static final int EVERY_PX = 1;

    /** How far a lid goes along as a whole: below the border that is measured, below its opening, and above. */
    private static final double BELOW_BORDER_MM = 1;

    private static final double BELOW_OPENING_MM = 0.5;

    private static final double ABOVE_BORDER_MM = 2;

    /** How far above the border the skin gives way. */
    private static final double LID_SKIN_MM = 8;

    private PictureWarp() {}

    /**
     * The photo bent. Closes nothing.
     *
     * @param source from a place in the result to the place in the photo it shows
     */
    static Photo bent(Photo photo, UnaryOperator<Point> source) {
        return bent(photo, GRID_PX, source);
    }

    private static Photo bent(Photo photo, int grid, UnaryOperator<Point> source) {
        Mat result = new Mat();
        try (PointerScope scope = new PointerScope()) {
            int columns = photo.width() / grid + 2;
            int rows = photo.height() / grid + 2;
            Mat x = new Mat(rows, columns, CV_32F);
            Mat y = new Mat(rows, columns, CV_32F);
            try (FloatIndexer xs = x.createIndexer();
                    FloatIndexer ys = y.createIndexer()) {
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < columns; c++) {
                        // Where this cell's centre lies when the grid is blown up by resize.
                        Point at = new Point((c + 0.5) * grid - 0.5, (r + 0.5) * grid - 0.5);
                        Point from = source.apply(at);
                        xs.put(r, c, (float) (from.x() - at.x()));
                        ys.put(r, c, (float) (from.y() - at.y()));
                    }
                }
            }
            remap(
                    photo.pixels(),
                    result,
                    absolute(x, grid, photo, true),
                    absolute(y, grid, photo, false),
                    INTER_CUBIC,
                    BORDER_REPLICATE,
                    new Scalar(0, 0, 0, 0));
        }
        return new Photo(result, photo.info());
    }

    private static Mat absolute(Mat moves, int grid, Photo photo, boolean horizontal) {
        Mat large = new Mat();
        resize(moves, large, new Size(moves.cols() * grid, moves.rows() * grid), 0, 0, INTER_LINEAR);
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

    static double heightAt(Polyline line, double x) {
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
        return browMoved(photo, face, side, BrowShift.all(mm));
    }

    /** The same with its medial part, the part over the pupil and its lateral part moved each by its own distance. */
    static Photo browMoved(Photo photo, Face face, Side side, BrowShift shift) {
        Polygon brow = new Polygon(face.landmarks().points(FaceMesh.browOutline(side)));
        List<Point> closed = new ArrayList<>(brow.points());
        closed.add(brow.points().getFirst());
        Polyline edge = new Polyline(closed);
        Point level = level(face);
        double px = face.scale().pxPerMm();
        double most = Math.max(Math.abs(shift.medial()), Math.max(Math.abs(shift.pupil()), Math.abs(shift.lateral())));
        double rigid = 3 * px;
        double reach = rigid + Math.max(7, 2.5 * most) * px;
        double medial = face.landmarks().point(FaceMesh.medialCanthus(side)).dot(level);
        double pupil = pupil(face, side).dot(level);
        double lateral = face.landmarks().point(FaceMesh.lateralCanthus(side)).dot(level);
        return bent(photo, at -> {
            double along = at.dot(level);
            double mm = (along - pupil) * (lateral - pupil) > 0
                    ? between(shift.pupil(), shift.lateral(), (along - pupil) / (lateral - pupil))
                    : between(shift.pupil(), shift.medial(), (along - pupil) / (medial - pupil));
            Point up = level.quarterTurn().times(-mm * px);
            Point moved = at.minus(up);
            double away = brow.contains(moved) ? 0 : edge.distanceTo(moved);
            double share = away <= rigid ? 1 : away >= reach ? 0 : eased(1 - (away - rigid) / (reach - rigid));
            return at.minus(up.times(share));
        });
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * Math.clamp(share, 0, 1);
    }

    /** Along the pupillary line to the subject's left. */
    private static Point level(Face face) {
        return pupil(face, Side.LEFT).minus(pupil(face, Side.RIGHT)).unit();
    }

    /**
     * One upper lid lowered by so much over the pupil and less towards the canthi. It slides over the eye, which stays,
     * and takes its lashes with it. A lid can't be raised so: what it hides is not in the picture.
     *
     * @param mm negative
     */
    static Photo lidLowered(Photo photo, Face face, Side side, double mm) {
        if (mm > 0) {
            throw new IllegalArgumentException("a lid that rises by " + mm + " mm");
        }
        Polyline border = Objects.requireNonNull(face.upperLids().get(side)).line();
        // Thick or painted lashes reach up to 3 mm down to the eye's opening: cut off above, they'd hide no more of it.
        Polyline opening = new Polyline(face.landmarks().points(FaceMesh.upperLid(side)));
        double px = face.scale().pxPerMm();
        Point medial = face.landmarks().point(FaceMesh.medialCanthus(side));
        Point lateral = face.landmarks().point(FaceMesh.lateralCanthus(side));
        double pupil = share(medial, lateral, pupil(face, side));
        return bent(photo, EVERY_PX, at -> {
            double place = share(medial, lateral, at);
            double off = (place - pupil) / (place < pupil ? pupil : 1 - pupil);
            double down = -mm * px * Math.clamp(1.5 - 1.5 * Math.abs(off), 0, 1);
            if (down == 0) {
                return at;
            }
            double margin = heightAt(border, at.x());
            double edge = Math.max(margin + BELOW_BORDER_MM * px, heightAt(opening, at.x()) + BELOW_OPENING_MM * px);
            double rigid = margin - ABOVE_BORDER_MM * px;
            double top = margin - LID_SKIN_MM * px;
            if (!(at.y() >= top && at.y() <= edge + down)) {
                return at;
            }
            return at.y() > rigid + down
                    ? new Point(at.x(), at.y() - down)
                    : new Point(at.x(), top + (at.y() - top) / (rigid + down - top) * (rigid - top));
        });
    }

    private static double share(Point medial, Point lateral, Point at) {
        return (at.x() - medial.x()) / (lateral.x() - medial.x());
    }

    /** One corner of the mouth raised (negative: lowered); the skin around it follows less and less. */
    public static Photo commissureMoved(Photo photo, Face face, Side side, double mm) {
        double px = face.scale().pxPerMm();
        Point corner = face.landmarks().point(FaceMesh.commissure(side));
        Point up = level(face).quarterTurn().times(-mm * px);
        UnaryOperator<Point> push = p -> {
            double away = p.distanceTo(corner) / px;
            return up.times(away <= 3 ? 1 : away >= 18 ? 0 : eased(1 - (away - 3) / 15));
        };
        return bent(photo, at -> {
            Point from = at;
            for (int round = 0; round < 8; round++) {
                from = at.minus(push.apply(from));
            }
            return from;
        });
    }

    /** All that an effect does to brows, lids and mouth, one after the other. The caller closes it. */
    static Photo moved(Photo photo, Face face, Effect effect) {
        Photo moved = new Photo(photo.pixels().clone(), photo.info());
        for (Side side : Side.values()) {
            BrowShift brow = effect.brows().get(side);
            moved = brow == null ? moved : instead(moved, browMoved(moved, face, side, brow));
            Double lid = effect.lids().get(side);
            moved = lid == null ? moved : instead(moved, lidLowered(moved, face, side, lid));
            Double corner = effect.commissures().get(side);
            moved = corner == null ? moved : instead(moved, commissureMoved(moved, face, side, corner));
        }
        return moved;
    }

    private static Photo instead(Photo old, Photo next) {
        old.close();
        return next;
    }

    private static Point pupil(Face face, Side side) {
        return face.iris(side)
                .map(Iris::centre)
                .orElseGet(() -> face.landmarks().pupil(side));
    }

    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }
}
