package rhytid.geometry;

import java.util.List;

/**
 * A closed region; the last point is joined to the first.
 *
 * @throws IllegalArgumentException if there are fewer than three points
 */
public record Polygon(List<Point> points) {

    public Polygon {
        points = List.copyOf(points);
        if (points.size() < 3) {
            throw new IllegalArgumentException("a region needs three points, not " + points.size());
        }
    }

    /** The enclosed area, never negative, in the square of the frame's unit. */
    public double area() {
        double twice = 0;
        for (int i = 0; i < points.size(); i++) {
            twice += points.get(i).cross(points.get((i + 1) % points.size()));
        }
        return Math.abs(twice) / 2;
    }

    public Box bounds() {
        return Box.around(points);
    }

    /** Whether the point lies inside, by the even-odd rule; a point on the border may count either way. */
    public boolean contains(Point p) {
        boolean inside = false;
        for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            Point a = points.get(i);
            Point b = points.get(j);
            if ((a.y() > p.y()) != (b.y() > p.y())
                    && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    public Polygon transformed(Affine transform) {
        return new Polygon(points.stream().map(transform::apply).toList());
    }
}
