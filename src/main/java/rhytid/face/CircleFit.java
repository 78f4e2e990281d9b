package rhytid.face;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rhytid.geometry.Point;
import rhytid.geometry.SmallMatrix;

/**
 * The circle nearest to points that lie about it, those far off left out by Tukey's weights.
 *
 * @param radiusError standard error of the radius; neighbouring points share their error, so every third counts
 */
record CircleFit(Point centre, double radius, double radiusError) {

    private static final int ROUNDS = 12;

    /** Tukey's constant: 95 % efficient where errors are Gaussian. */
    private static final double TUKEY = 4.685;

    /** One in so many points is taken to err on its own. */
    private static final double SHARED = 3;

    /** Three numbers are fitted; as many points again must carry them. */
    private static final double MIN_TRUST = 6;

    /**
     * Fits from a start; nothing where the points do not hold a circle.
     *
     * @param trust how much each point counts, 1 on average
     * @param radiusKnown whether the radius is the start's, and only the centre is sought
     */
    static Optional<CircleFit> of(
            List<Point> points, double[] trust, Point startCentre, double startRadius, boolean radiusKnown) {
        Point centre = startCentre;
        double radius = startRadius;
        double[] weights = new double[points.size()];
        double error = Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] columns = new double[radiusKnown ? 2 : 3][points.size()];
            double[] residuals = new double[points.size()];
            for (int i = 0; i < points.size(); i++) {
                Point off = points.get(i).minus(centre);
                double distance = Math.max(off.norm(), 1e-9);
                residuals[i] = distance - radius;
                columns[0][i] = -off.x() / distance;
                columns[1][i] = -off.y() / distance;
                if (!radiusKnown) {
                    columns[2][i] = -1;
                }
            }
            double scale = scale(residuals);
            for (int i = 0; i < weights.length; i++) {
                double u = residuals[i] / (TUKEY * scale);
                weights[i] = Math.abs(u) < 1 ? trust[i] * Math.pow(1 - u * u, 2) : 0;
            }
            double total = Arrays.stream(weights).sum();
            if (total < MIN_TRUST) {
                return Optional.empty();
            }
            double[][] normal = SmallMatrix.normal(columns, weights);
            try {
                double[] move = SmallMatrix.solve(normal, SmallMatrix.gradient(columns, weights, residuals));
                centre = new Point(centre.x() - move[0], centre.y() - move[1]);
                if (!radiusKnown) {
                    radius -= move[2];
                }
                error = radiusKnown
                        ? 0
                        : scale * Math.sqrt(SHARED * SmallMatrix.solve(normal, new double[] {0, 0, 1})[2]);
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
        return radius > 0 && Double.isFinite(error)
                ? Optional.of(new CircleFit(centre, radius, error))
                : Optional.empty();
    }

    /** Median absolute deviation, as a standard deviation. */
    private static double scale(double[] residuals) {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        return Math.max(1.4826 * sizes[sizes.length / 2], 1e-3);
    }
}
