package rhytid.geometry;

import java.util.Collection;

/**
 * An upright rectangle: top left corner, width and height.
 *
 * @throws IllegalArgumentException if width or height is negative or not finite
 */
public record Box(double x, double y, double width, double height) {

    public Box {
        if (!(width >= 0 && height >= 0 && Double.isFinite(width) && Double.isFinite(height))) {
            throw new IllegalArgumentException("a box of " + width + " × " + height);
        }
    }

    /**
     * The smallest box around the points.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Box around(Collection<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points to put a box around");
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        return new Box(left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public double area() {
        return width * height;
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    /** What this box and the other share; an empty box where they share nothing. */
    public Box intersection(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return new Box(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    /** Shared area over joint area, 0 to 1; 0 where both are empty. */
    public double overlap(Box other) {
        double shared = intersection(other).area();
        double joint = area() + other.area() - shared;
        return joint > 0 ? shared / joint : 0;
    }
}
