package rhytid.geometry;

/**
 * A point, or a vector, in a plane whose y axis points down, as in pictures. The unit is that of the frame it is used
 * in (pixels of a photo, or millimetres).
 */
public record Point(double x, double y) {

    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    /** The point that lies {@code share} of the way from here to {@code other}: 0 is here, 1 is there. */
    public Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    public double dot(Point other) {
        return x * other.x + y * other.y;
    }

    /** The z component of the cross product: positive when {@code other} lies clockwise of this on screen. */
    public double cross(Point other) {
        return x * other.y - y * other.x;
    }

    public double norm() {
        return Math.sqrt(x * x + y * y); // Math.hypot guards against overflow, at ten times the price
    }

    public double distanceTo(Point other) {
        return minus(other).norm();
    }

    /**
     * This vector at length 1.
     *
     * @throws ArithmeticException if it has no length
     */
    public Point unit() {
        double norm = norm();
        if (norm == 0) {
            throw new ArithmeticException("a vector of length 0 has no direction");
        }
        return times(1 / norm);
    }

    /** This vector turned by a quarter, clockwise on screen: (1, 0) becomes (0, 1). */
    public Point quarterTurn() {
        return new Point(-y, x);
    }
}
