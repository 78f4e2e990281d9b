package rhytid.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * An open line through at least two points.
 *
 * @throws IllegalArgumentException if there are fewer than two points
 */
public record Polyline(List<Point> points) {

    public Polyline {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a line needs two points, not " + points.size());
        }
    }

    public Point first() {
        return points.getFirst();
    }

    public Point last() {
        return points.getLast();
    }

    public double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i - 1).distanceTo(points.get(i));
        }
        return sum;
    }

    /** The point that lies {@code distance} along the line; its ends where the distance lies beyond them. */
    public Point at(double distance) {
        double left = Math.max(0, distance);
        for (int i = 1; i < points.size(); i++) {
            double step = points.get(i - 1).distanceTo(points.get(i));
            if (step > 0 && left <= step) {
                return points.get(i - 1).towards(points.get(i), left / step);
            }
            left -= step;
        }
        return last();
    }

    /**
     * As many points as asked for, evenly spaced along the line, both ends among them.
     *
     * @throws IllegalArgumentException if fewer than two are asked for
     */
    public Polyline resampled(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a line needs two points, not " + count);
        }
        double length = length();
        List<Point> even = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            even.add(at(length * i / (count - 1)));
        }
        return new Polyline(even);
    }

    /** The distance from a point to the nearest place on the line. */
    public double distanceTo(Point p) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point along = points.get(i).minus(a);
            double squared = along.dot(along);
            double share = squared == 0 ? 0 : Math.clamp(p.minus(a).dot(along) / squared, 0, 1);
            nearest = Math.min(nearest, p.distanceTo(a.plus(along.times(share))));
        }
        return nearest;
    }

    public Polyline transformed(Affine transform) {
        return new Polyline(points.stream().map(transform::apply).toList());
    }
}
