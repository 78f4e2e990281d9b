package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** A smooth line through a few points: E. Catmull and R. Rom, "A class of local interpolating splines", 1974. */
final class SmoothCurve {

    private static final int STEPS = 8;

    private SmoothCurve() {}

    static Polyline through(List<Point> points) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            Point before = i > 0 ? points.get(i - 1) : a.times(2).minus(b);
            Point after = i + 2 < points.size() ? points.get(i + 2) : b.times(2).minus(a);
            for (int k = 0; k < STEPS; k++) {
                line.add(between(before, a, b, after, (double) k / STEPS));
            }
        }
        line.add(points.getLast());
        return new Polyline(line);
    }

    private static Point between(Point before, Point a, Point b, Point after, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return before.times(-0.5 * t3 + t2 - 0.5 * t)
                .plus(a.times(1.5 * t3 - 2.5 * t2 + 1))
                .plus(b.times(-1.5 * t3 + 2 * t2 + 0.5 * t))
                .plus(after.times(0.5 * t3 - 0.5 * t2));
    }
}
