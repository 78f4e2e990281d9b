package rhytid.phantom;

import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Small curves and transitions that the painters share. */
final class Shape {

    private Shape() {}

    /** 0 at and below {@code from}, 1 at and above {@code to}, smooth between. */
    static double step(double from, double to, double value) {
        double t = Math.clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    static double bell(double distance, double sigma) {
        return Math.exp(-0.5 * distance * distance / (sigma * sigma));
    }

    /** The y of a line that runs along x, at an x; its ends go on level. */
    static double yAt(Polyline line, double x) {
        List<Point> p = line.points();
        boolean rising = line.last().x() > line.first().x();
        Point low = rising ? line.first() : line.last();
        Point high = rising ? line.last() : line.first();
        if (x <= low.x()) {
            return low.y();
        }
        if (x >= high.x()) {
            return high.y();
        }
        for (int i = 1; i < p.size(); i++) {
            Point a = rising ? p.get(i - 1) : p.get(i);
            Point b = rising ? p.get(i) : p.get(i - 1);
            if (x >= a.x() && x <= b.x() && b.x() > a.x()) {
                return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
            }
        }
        return high.y();
    }

    /** A smooth line through the points (Catmull-Rom), with a place at least every {@code stepMm}. */
    static Polyline smooth(Polyline line, double stepMm) {
        List<Point> p = line.points();
        List<Point> out = new java.util.ArrayList<>();
        for (int i = 0; i + 1 < p.size(); i++) {
            Point a = p.get(Math.max(0, i - 1));
            Point b = p.get(i);
            Point c = p.get(i + 1);
            Point d = p.get(Math.min(p.size() - 1, i + 2));
            int steps = Math.max(1, (int) Math.ceil(b.distanceTo(c) / stepMm));
            for (int k = 0; k < steps; k++) {
                double t = k / (double) steps;
                out.add(new Point(spline(a.x(), b.x(), c.x(), d.x(), t), spline(a.y(), b.y(), c.y(), d.y(), t)));
            }
        }
        out.add(line.last());
        return new Polyline(out);
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
