package rhytid.alignment;

import java.util.Arrays;
import java.util.List;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

/**
 * Lays the follow-up over the baseline by points that neither a treatment nor an expression moves much: canthi, bridge
 * and sides of the nose. Brows, lids and mouth have no say, for they are what is measured.
 *
 * <p>Huber's weights (Huber 1964), refitted until they settle, keep a single bad point from turning the face.
 */
public final class Aligner {

    private static final int ROUNDS = 10;

    /** A residual of this many robust standard deviations begins to lose weight: 95 % efficiency on clean points. */
    private static final double HUBER = 1.345;

    /** Points agree no better than this even on one and the same photo, so smaller spreads single nobody out. */
    private static final double LEAST_SPREAD_MM = 0.05;

    private Aligner() {}

    /**
     * The similarity from the follow-up to the baseline, and what it leaves between the stable points in millimetres of
     * the baseline.
     */
    public static Alignment align(Face baseline, Face followUp) {
        List<Point> to = baseline.landmarks().points(FaceMesh.stable());
        List<Point> from = followUp.landmarks().points(FaceMesh.stable());
        double leastSpreadPx = baseline.scale().pixels(LEAST_SPREAD_MM);
        double[] weights = new double[to.size()];
        Arrays.fill(weights, 1);
        Affine map = Affine.fitSimilarity(from, to, weights);
        for (int round = 0; round < ROUNDS; round++) {
            double[] residuals = residuals(map, from, to);
            double spread = Math.max(1.4826 * quantile(residuals, 0.5), leastSpreadPx);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.min(1, HUBER * spread / Math.max(residuals[i], 1e-9));
            }
            map = Affine.fitSimilarity(from, to, weights);
        }
        double[] residuals = residuals(map, from, to);
        return new Alignment(
                map,
                baseline.scale().mm(quantile(residuals, 0.5)),
                baseline.scale().mm(quantile(residuals, 0.95)));
    }

    private static double[] residuals(Affine map, List<Point> from, List<Point> to) {
        double[] residuals = new double[from.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = map.apply(from.get(i)).distanceTo(to.get(i));
        }
        return residuals;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
