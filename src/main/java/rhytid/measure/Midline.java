package rhytid.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * The facial midline: the line in which the paired stable points (pupils, canthi, bridge and sides of the nose) come
 * nearest to mirroring each other, by least squares. In closed form: with the points taken from their common mean, a
 * mirror at the angle φ sends p to (p·c, p·s) with c = (cos 2φ, sin 2φ), s = (sin 2φ, −cos 2φ), and the best 2φ is the
 * direction of (Σ qx·px − qy·py, Σ qx·py + qy·px) over the pairs (p, q).
 *
 * @param foot a point of it, mm
 * @param up its direction, length 1, towards the forehead
 */
record Midline(Point foot, Point up) {

    static Midline of(FaceGeometry face) {
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
