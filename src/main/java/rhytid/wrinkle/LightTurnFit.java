package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Point;

/**
 * Tells the turn of the light from the shading of the face's own shape: the ratio of both photos has no skin colour
 * left in it, and what is left follows the slopes of the mean face.
 */
final class LightTurnFit {

    /**
     * How much more the light turned across the face than the fit says: the terms of the place take a fifth of it. Of
     * London faces with odd numbers lit anew (0.80 to 0.85) and of phantoms (seeds 900 to 939, 0.78).
     */
    private static final double TAKEN_BY_PLACE = 1.25;

    /**
     * What ln(light) is off by, as a root mean square, where nothing but the lamp moved: 0.015 in the middle and 0.040
     * at most, of 16 phantoms (seeds 900 to 915) lit from up to 30° apart.
     */
    private static final double PLAIN = 0.04;

    /**
     * What is off by more is shadows, whose shape the slopes follow by chance: a turn of so much, for each unit beyond.
     * Where only shadows moved (0.07 to 0.17 off), of 10 phantoms (seeds 1050 to 1059) and 20 London faces with odd
     * numbers.
     */
    private static final double PER_SHADOW = 1.5;

    private static final int LEAST_PLACES = 40;
    private static final int ROUNDS = 6;

    /** A place that is off by more than this, in ln(light), counts less: a shadow's border, shine. */
    private static final double HUBER = 0.03;

    /** Places that share one freckle or one shadow are not independent: about so many of them are one. */
    private static final double ALIKE = 6;

    /** Where a face is cut into three times three parts: beside the midline and below the eyes, in 100 mm. */
    private static final double ASIDE = 0.2;

    private static final double TOP = -0.1;
    private static final double BOTTOM = 0.3;

    /** Of fewer, none can be left out. */
    private static final int LEAST_PARTS = 4;

    private LightTurnFit() {}

    static LightTurn between(Raster before, Raster after, SkinMask mask, FaceLandmarks mesh, SkinFrame frame) {
        double[] one = FaceShading.lnLight(before, mask, mesh, frame);
        double[] two = FaceShading.lnLight(after, mask, mesh, frame);
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < one.length; i++) {
            double ratio = two[i] - one[i];
            if (!Double.isNaN(ratio)) {
                Point p = frame.mm(mesh.point(i));
                double[] shade = FaceShading.shade(i);
                places.add(new double[] {1, shade[0], shade[1], p.x() / 100, p.y() / 100, ratio});
            }
        }
        return places.size() < LEAST_PLACES ? LightTurn.NONE : fitted(places, LampSide.of(mean(one, two)));
    }

    /**
     * Robust least squares of ln(ratio) on the slopes, and on the place: a near lamp lights what is near to it more,
     * whichever way it faces.
     */
    private static LightTurn fitted(List<double[]> places, LampSide side) {
        double[] fit = new double[5];
        LeastSquares equations = new LeastSquares(5);
        double misfit = 0;
        for (int round = 0; round < ROUNDS; round++) {
            equations = new LeastSquares(5);
            misfit = 0;
            for (double[] p : places) {
                double off = LeastSquares.left(p, fit);
                double weight = round == 0 ? 1 : huber(off);
                misfit += weight * off * off / places.size();
                equations.add(p, weight);
            }
            fit = equations.solved();
        }
        Point apart = disagreement(places, fit);
        double shadows = PER_SHADOW * Math.sqrt(Math.max(0, meanSquare(places, fit) - PLAIN * PLAIN));
        double acrossError = Math.max(apart.x(), Math.sqrt(misfit * ALIKE / equations.squares(1)));
        double downError = Math.max(apart.y(), Math.sqrt(misfit * ALIKE / equations.squares(2)));
        return new LightTurn(
                        -TAKEN_BY_PLACE * fit[1],
                        -fit[2],
                        Math.hypot(TAKEN_BY_PLACE * acrossError, shadows),
                        Math.hypot(downError, shadows),
                        side)
                .believed();
    }

    private static double meanSquare(List<double[]> places, double[] fit) {
        double square = 0;
        for (double[] p : places) {
            square += Math.pow(LeastSquares.left(p, fit), 2) / places.size();
        }
        return square;
    }

    /**
     * Standard errors of the turn by how much it depends on single parts of the face (jackknife): a shadow over one
     * part lets it fit badly there, and all places of that part alike. x is across, y down.
     */
    private static Point disagreement(List<double[]> places, double[] fit) {
        Map<Integer, LeastSquares> parts = new TreeMap<>();
        for (double[] p : places) {
            int part = 3 * third(p[4], TOP, BOTTOM) + third(p[3], -ASIDE, ASIDE);
            parts.computeIfAbsent(part, n -> new LeastSquares(5)).add(p, huber(LeastSquares.left(p, fit)));
        }
        if (parts.size() < LEAST_PARTS) {
            return new Point(0, 0);
        }
        double across = 0;
        double down = 0;
        for (LeastSquares leftOut : parts.values()) {
            LeastSquares rest = new LeastSquares(5);
            parts.values().stream().filter(part -> part != leftOut).forEach(rest::add);
            double[] other = rest.solved();
            across += (other[1] - fit[1]) * (other[1] - fit[1]);
            down += (other[2] - fit[2]) * (other[2] - fit[2]);
        }
        double share = (parts.size() - 1.0) / parts.size();
        return new Point(Math.sqrt(share * across), Math.sqrt(share * down));
    }

    private static double[] mean(double[] one, double[] two) {
        double[] mean = new double[one.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (one[i] + two[i]) / 2;
        }
        return mean;
    }

    private static int third(double at, double first, double second) {
        return at < first ? 0 : at < second ? 1 : 2;
    }

    private static double huber(double off) {
        return 1 / Math.max(1, Math.abs(off) / HUBER);
    }
}
