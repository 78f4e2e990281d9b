package rhytid.geometry;

import java.util.List;

/** The map x' = a·x + b·y + tx, y' = c·x + d·y + ty. */
public record Affine(double a, double b, double tx, double c, double d, double ty) {

    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** Turns by an angle in radians (clockwise on screen), scales, then moves. */
    public static Affine similarity(double scale, double angle, Point move) {
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        return new Affine(cos, -sin, move.x(), sin, cos, move.y());
    }

    /** A similarity about a fixed point. */
    public static Affine similarityAbout(Point centre, double scale, double angle) {
        Affine turn = similarity(scale, angle, new Point(0, 0));
        return turn.movedBy(centre.minus(turn.apply(centre)));
    }

    /** As {@link #fitSimilarity(List, List, double[])}, all points alike. */
    public static Affine fitSimilarity(List<Point> from, List<Point> to) {
        double[] weights = new double[from.size()];
        java.util.Arrays.fill(weights, 1);
        return fitSimilarity(from, to, weights);
    }

    /**
     * The similarity (no mirroring) with the least weighted squared distance between the moved points and their
     * targets. Closed form of Umeyama 1991 for the plane.
     *
     * @throws IllegalArgumentException if the lists differ in length, or the points all coincide
     */
    public static Affine fitSimilarity(List<Point> from, List<Point> to, double[] weights) {
        if (from.size() != to.size() || from.size() != weights.length) {
            throw new IllegalArgumentException("as many sources as targets and weights, please");
        }
        Point fromMean = mean(from, weights);
        Point toMean = mean(to, weights);
        double dot = 0;
        double cross = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            Point p = from.get(i).minus(fromMean);
            Point q = to.get(i).minus(toMean);
            dot += weights[i] * p.dot(q);
            cross += weights[i] * p.cross(q);
            spread += weights[i] * p.dot(p);
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("no similarity can be fitted to points that coincide");
        }
        Affine turn = new Affine(dot / spread, -cross / spread, 0, cross / spread, dot / spread, 0);
        return turn.movedBy(toMean.minus(turn.apply(fromMean)));
    }

    private static Point mean(List<Point> points, double[] weights) {
        Point sum = new Point(0, 0);
        double total = 0;
        for (int i = 0; i < points.size(); i++) {
            sum = sum.plus(points.get(i).times(weights[i]));
            total += weights[i];
        }
        return sum.times(1 / total);
    }

    public Point apply(Point p) {
        return new Point(a * p.x() + b * p.y() + tx, c * p.x() + d * p.y() + ty);
    }

    /** The map that does this one first and {@code next} after it. */
    public Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * c,
                next.a * b + next.b * d,
                next.a * tx + next.b * ty + next.tx,
                next.c * a + next.d * c,
                next.c * b + next.d * d,
                next.c * tx + next.d * ty + next.ty);
    }

    public Affine movedBy(Point move) {
        return new Affine(a, b, tx + move.x(), c, d, ty + move.y());
    }

    /**
     * The way back.
     *
     * @throws ArithmeticException if this map flattens the plane
     */
    public Affine inverse() {
        double det = a * d - b * c;
        if (det == 0 || !Double.isFinite(det)) {
            throw new ArithmeticException("this map has no way back");
        }
        Affine linear = new Affine(d / det, -b / det, 0, -c / det, a / det, 0);
        Point origin = linear.apply(new Point(tx, ty));
        return linear.movedBy(origin.times(-1));
    }

    /** How much lengths grow: the square root of how much areas grow. */
    public double scale() {
        return Math.sqrt(Math.abs(a * d - b * c));
    }

    /** The angle, in radians, by which the x axis is turned, clockwise on screen. */
    public double angle() {
        return Math.atan2(c, a);
    }
}
