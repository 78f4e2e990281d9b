package rhytid.face;

import java.util.Arrays;
import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.SmallMatrix;

/**
 * A rigid body seen in perspective: its rotation and place by Levenberg-Marquardt on the reprojection error, with
 * Huber's weights (P. Huber, "Robust Estimation of a Location Parameter", 1964). The camera looks along z; x points
 * right and y down, as in the photo; the body's y points up and its z towards the camera.
 */
final class PerspectiveFit {

    private static final int PARAMETERS = 6;
    private static final int MAX_STEPS = 60;
    private static final double STEP = 1e-6;

    private final List<CanonicalFace.Vertex> body;
    private final List<Point> seen;
    private final double focal;
    private final Point middle;
    private final double[] state;
    private double[] residuals;

    private PerspectiveFit(List<CanonicalFace.Vertex> body, List<Point> seen, double focal, Point middle) {
        this.body = body;
        this.seen = seen;
        this.focal = focal;
        this.middle = middle;
        this.state = start();
        this.residuals = residuals(state);
    }

    static PerspectiveFit of(List<CanonicalFace.Vertex> body, List<Point> seen, double focal, Point middle) {
        PerspectiveFit fit = new PerspectiveFit(body, seen, focal, middle);
        fit.descend();
        return fit;
    }

    /** Turns (pitch, yaw, roll, radians) and place (mm): upright and facing, where size and middle put it. */
    private double[] start() {
        double bodySpread = 0;
        double seenSpread = 0;
        double[] bodyMean = mean(
                body.stream().mapToDouble(CanonicalFace.Vertex::x),
                body.stream().mapToDouble(CanonicalFace.Vertex::y));
        double[] seenMean =
                mean(seen.stream().mapToDouble(Point::x), seen.stream().mapToDouble(Point::y));
        for (int i = 0; i < seen.size(); i++) {
            bodySpread += Math.hypot(body.get(i).x() - bodyMean[0], body.get(i).y() - bodyMean[1]);
            seenSpread += Math.hypot(seen.get(i).x() - seenMean[0], seen.get(i).y() - seenMean[1]);
        }
        double z = focal * bodySpread / Math.max(seenSpread, 1e-9);
        return new double[] {
            0,
            0,
            0,
            (seenMean[0] - middle.x()) * z / focal - bodyMean[0],
            (seenMean[1] - middle.y()) * z / focal + bodyMean[1],
            z
        };
    }

    private static double[] mean(java.util.stream.DoubleStream xs, java.util.stream.DoubleStream ys) {
        return new double[] {xs.average().orElseThrow(), ys.average().orElseThrow()};
    }

    private void descend() {
        double damping = 1e-3;
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] weights = huberWeights(residuals);
            double[][] jacobian = jacobian(state);
            double[][] normal = SmallMatrix.normal(jacobian, weights);
            double[] gradient = SmallMatrix.gradient(jacobian, weights, residuals);
            for (int i = 0; i < PARAMETERS; i++) {
                normal[i][i] *= 1 + damping;
            }
            double[] move = SmallMatrix.solve(normal, gradient);
            double[] next = state.clone();
            for (int i = 0; i < PARAMETERS; i++) {
                next[i] -= move[i];
            }
            double[] nextResiduals = residuals(next);
            boolean better = cost(nextResiduals, weights) < cost(residuals, weights);
            if (better) {
                double gain = cost(residuals, weights) - cost(nextResiduals, weights);
                System.arraycopy(next, 0, state, 0, PARAMETERS);
                boolean settled = gain < 1e-12 * (1 + cost(nextResiduals, weights));
                residuals = nextResiduals;
                damping = Math.max(damping / 5, 1e-9);
                if (settled) {
                    return;
                }
            } else {
                damping *= 10;
                if (damping > 1e9) {
                    return;
                }
            }
        }
    }

    /** Where the body's points are seen, minus where they should be: x and y by turns, in pixels. */
    private double[] residuals(double[] at) {
        double[][] r = rotation(at[0], at[1], at[2]);
        double[] out = new double[2 * body.size()];
        for (int i = 0; i < body.size(); i++) {
            double[] p = place(r, body.get(i), at);
            out[2 * i] = focal * p[0] / p[2] + middle.x() - seen.get(i).x();
            out[2 * i + 1] = focal * p[1] / p[2] + middle.y() - seen.get(i).y();
        }
        return out;
    }

    private static double[] place(double[][] r, CanonicalFace.Vertex v, double[] at) {
        // From the body's axes (y up, z to the camera) to the camera's (y down, z away from it).
        double x = r[0][0] * v.x() + r[0][1] * v.y() + r[0][2] * v.z();
        double y = r[1][0] * v.x() + r[1][1] * v.y() + r[1][2] * v.z();
        double z = r[2][0] * v.x() + r[2][1] * v.y() + r[2][2] * v.z();
        return new double[] {x + at[3], -y + at[4], Math.max(-z + at[5], 1)};
    }

    /**
     * The head's turn in its own axes (x to the subject's left, y up, z to the camera): pitch about x with looking up
     * positive, then yaw about y towards the subject's left, then roll about z towards the subject's right shoulder.
     */
    static double[][] rotation(double pitch, double yaw, double roll) {
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        double[][] x = {{1, 0, 0}, {0, cp, sp}, {0, -sp, cp}};
        double[][] y = {{cy, 0, sy}, {0, 1, 0}, {-sy, 0, cy}};
        double[][] z = {{cr, -sr, 0}, {sr, cr, 0}, {0, 0, 1}};
        return SmallMatrix.product(z, SmallMatrix.product(y, x));
    }

    private double[][] jacobian(double[] at) {
        double[][] columns = new double[PARAMETERS][];
        for (int i = 0; i < PARAMETERS; i++) {
            double step = i < 3 ? STEP : STEP * 1000;
            double[] ahead = at.clone();
            double[] behind = at.clone();
            ahead[i] += step;
            behind[i] -= step;
            double[] up = residuals(ahead);
            double[] down = residuals(behind);
            columns[i] = new double[up.length];
            for (int j = 0; j < up.length; j++) {
                columns[i][j] = (up[j] - down[j]) / (2 * step);
            }
        }
        return columns;
    }

    /** Points farther off than 1.5 times the usual count less, in inverse proportion. */
    private static double[] huberWeights(double[] residuals) {
        double[] lengths = new double[residuals.length / 2];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.hypot(residuals[2 * i], residuals[2 * i + 1]);
        }
        double[] sorted = lengths.clone();
        Arrays.sort(sorted);
        double limit = 1.5 * Math.max(sorted[sorted.length / 2], 1e-9);
        double[] weights = new double[residuals.length];
        for (int i = 0; i < residuals.length; i++) {
            double length = lengths[i / 2];
            weights[i] = length <= limit ? 1 : limit / length;
        }
        return weights;
    }

    private static double cost(double[] residuals, double[] weights) {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += weights[i] * residuals[i] * residuals[i];
        }
        return sum;
    }

    double rmsPx() {
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        return Math.sqrt(sum / body.size());
    }

    double distanceMm() {
        return state[5];
    }

    /** Standard error of the worse of yaw and pitch if each point is off by {@code noisePx}, in degrees. */
    double errorDeg(double noisePx) {
        double[] weights = new double[residuals.length];
        Arrays.fill(weights, 1);
        double[][] normal = SmallMatrix.normal(jacobian(state), weights);
        double variance = 0;
        for (int i = 0; i < 2; i++) {
            double[] unit = new double[PARAMETERS];
            unit[i] = 1;
            variance = Math.max(variance, SmallMatrix.solve(normal, unit)[i]);
        }
        return Math.toDegrees(noisePx / Math.sqrt(2) * Math.sqrt(variance));
    }

    /** The turns as they look along the line of sight from the camera to the body's origin. */
    HeadPose poseAlongSight() {
        double[][] r = rotation(state[0], state[1], state[2]);
        // A camera that looked straight at the body would see it turned the other way by as much as it turned itself.
        double right = Math.atan2(state[3], state[5]);
        double down = Math.atan2(state[4], Math.hypot(state[3], state[5]));
        double[][] seen = SmallMatrix.product(rotation(-down, 0, 0), SmallMatrix.product(rotation(0, right, 0), r));
        double yaw = Math.asin(Math.clamp(-seen[2][0], -1, 1));
        double pitch = Math.atan2(-seen[2][1], seen[2][2]);
        double roll = Math.atan2(seen[1][0], seen[0][0]);
        return new HeadPose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
    }
}
