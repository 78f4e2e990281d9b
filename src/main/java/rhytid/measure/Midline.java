package rhytid.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * The facial midline: the line in which the paired stable points (pupils, canthi, bridge and sides of the nose) come
 * nearest to mirroring each other, by least squares. In closed form: with the points taken from their common mean, a
 * mirror at the angle φ sends p to (p·c, p·s) with c = (cos 2φ, sin 2φ), s = (sin 2φ, −cos 2φ), and the best 2φ is the
 * direction of (Σ qx·px − qy·py, Σ qx·py + qy·px) over the pairs (p, q).
 *
 * <p>The network's points follow a brow or a corner of the mouth that stands higher on one side: all of them lean
 * along, so that a midline of theirs hides a tenth of what it is there to show. What is seen of the sides says how far
 * they were drawn, and the midline is set upright by that.
 *
 * @param foot a point of it, mm
 * @param up its direction, length 1, towards the forehead
 */
record Midline(Point foot, Point up) {

    /**
     * Radians that the fitted midline leans, away from the higher brow, for a millimetre between the brows. Of 31
     * London portraits with odd numbers, one brow moved by ±1.5 and ±3 mm (248); a medial or lateral part alone draws
     * by as much, for what the mean of its three heights moves, within a quarter.
     */
    private static final double DRAWN_BY_BROW = 0.00134;

    /** The same for a millimetre between the corners of the mouth. */
    private static final double DRAWN_BY_MOUTH = 0.00075;

    private static final List<Measure> BROW_HEIGHTS =
            List.of(Measure.BROW_MEDIAL, Measure.BROW_PUPIL, Measure.BROW_LATERAL);

    static Midline of(FaceGeometry face) {
        Midline fitted = fitted(face);
        double brows = 0;
        double browsApart = 0;
        List<Point> differences = BROW_HEIGHTS.stream()
                .flatMap(height -> between(side -> Brows.place(face, height, side)).stream())
                .toList();
        for (Point difference : differences) {
            brows += difference.dot(fitted.up) / differences.size();
            browsApart += difference.norm() / differences.size();
        }
        Point corners = between(side -> Optional.of(face.mesh(FaceMesh.commissure(side))))
                .orElseThrow();
        // What is seen is less than what there is by what the lean hides, which is of what there is.
        double drawn = (DRAWN_BY_BROW * brows + DRAWN_BY_MOUTH * corners.dot(fitted.up))
                / (1 - DRAWN_BY_BROW * browsApart - DRAWN_BY_MOUTH * corners.norm());
        return new Midline(
                fitted.foot,
                fitted.up.plus(fitted.up.quarterTurn().times(-drawn)).unit());
    }

    /** From a place on the subject's right to that on the left. */
    private static Optional<Point> between(Function<Side, Optional<Point>> place) {
        return place.apply(Side.LEFT).flatMap(left -> place.apply(Side.RIGHT).map(left::minus));
    }

    private static Midline fitted(FaceGeometry face) {
        List<Point> right = side(face, Side.RIGHT);
        List<Point> left = side(face, Side.LEFT);
        Point mean = new Point(0, 0);
        for (int i = 0; i < right.size(); i++) {
            mean = mean.plus(right.get(i).plus(left.get(i)));
        }
        mean = mean.times(0.5 / right.size());
        double cos = 0;
        double sin = 0;
        for (int i = 0; i < right.size(); i++) {
            Point p = right.get(i).minus(mean);
            Point q = left.get(i).minus(mean);
            cos += q.x() * p.x() - q.y() * p.y();
            sin += q.x() * p.y() + q.y() * p.x();
        }
        double angle = Math.atan2(sin, cos) / 2;
        Point along = new Point(Math.cos(angle), Math.sin(angle));
        return new Midline(mean, along.y() < 0 ? along.times(-1) : along);
    }

    /** How far up along the midline a place lies. */
    double height(Point place) {
        return place.minus(foot).dot(up);
    }

    private static List<Point> side(FaceGeometry face, Side side) {
        List<Point> points = new ArrayList<>(Arrays.stream(FaceMesh.stable())
                .filter(index -> FaceMesh.mirror(index) > index)
                .map(index -> side == Side.RIGHT ? index : FaceMesh.mirror(index))
                .mapToObj(face::mesh)
                .toList());
        if (face.hasPupillaryLine()) {
            points.add(face.pupil(side));
        }
        return points;
    }
}
