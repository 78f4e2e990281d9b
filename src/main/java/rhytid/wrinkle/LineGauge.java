package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * Measures the depth of one traced line. The cross-section is taken as a Gaussian valley on a sloping ground; its width
 * is fitted once, on the light that decides where the line runs, and then the depth is a weighted sum of the light
 * across the line: linear, signed, and the same sum for both photos of a pair. A line that fades to 0.40 of its depth
 * therefore reads 0.40, and one that isn't there reads 0 on average, not a positive number.
 */
final class LineGauge {

    static final double STEP_MM = 0.25;

    private static final double REACH_MM = 2.5;
    /** A photo's own blur: no valley in it is narrower, and a narrower fit would only exaggerate the depth. */
    private static final double NARROWEST_PX = 0.7;

    private static final double[] WIDTHS_MM = {
        0.10, 0.13, 0.16, 0.19, 0.22, 0.26, 0.30, 0.35, 0.40, 0.46, 0.53, 0.61, 0.70, 0.80, 0.92, 1.05, 1.2
    };

    /**
     * Of {@link Placebo#texture}: how much of a trace's depth is skin that would be as dark without the line. Set on
     * painted lines that went altogether, of 16 phantoms (seeds 900 to 915) and of 31 London faces with odd numbers:
     * their traces still read 0.08 and 0.14 of the depth, and with this 0.02 and 0.04, of which London's own lines are
     * a part.
     */
    private static final double LEANING = 1.3;

    private final List<Point> points;
    private final List<Point> normals;
    private final double acrossMm;
    private final double[] profile;
    private final ValleyFit fit;
    private final double texture;

    private LineGauge(List<Point> points, Raster flat) {
        this.points = points;
        this.normals = normals(points);
        this.acrossMm = Math.min(0.2, 0.7 / flat.pxPerMm());
        this.profile = meanProfile(flat);
        ValleyFit best = null;
        for (double sigma : WIDTHS_MM) {
            if (sigma * flat.pxPerMm() < NARROWEST_PX) {
                continue;
            }
            ValleyFit next = ValleyFit.of(sigma, acrossMm, half());
            if (best == null || next.residual(profile) < best.residual(profile)) {
                best = next;
            }
        }
        this.fit = Objects.requireNonNull(best);
        this.texture = 0;
    }

    private LineGauge(LineGauge line, double texture) {
        this.points = line.points;
        this.normals = line.normals;
        this.acrossMm = line.acrossMm;
        this.profile = line.profile;
        this.fit = line.fit;
        this.texture = texture;
    }

    /** @param flat the light that decided where the line runs: Weber contrast against the light around */
    static LineGauge of(Polyline traced, Raster flat) {
        int count = Math.max(4, (int) Math.round(traced.length() / STEP_MM) + 1);
        return new LineGauge(smoothed(traced.resampled(count).points()), flat);
    }

    /**
     * Without its ends where it is less than half as deep as in its middle: a filter with a length of its own answers
     * beyond the end of a line. Empty where less than a shortest line is left.
     */
    Optional<LineGauge> trimmed(Raster flat, double leastLengthMm) {
        double[] depths = depths(flat);
        double[] sorted = depths.clone();
        Arrays.sort(sorted);
        double half = 0.5 * sorted[sorted.length / 2];
        int begin = 0;
        int end = depths.length;
        while (begin + 2 < end && (depths[begin] + depths[begin + 1] + depths[begin + 2]) / 3 < half) {
            begin++;
        }
        while (end - 3 > begin && (depths[end - 1] + depths[end - 2] + depths[end - 3]) / 3 < half) {
            end--;
        }
        if (end - begin < 5) {
            return Optional.empty();
        }
        Polyline rest = new Polyline(points.subList(begin, end));
        // The trace's own steps round a line that is just long enough.
        return rest.length() + STEP_MM < leastLengthMm ? Optional.empty() : Optional.of(of(rest, flat));
    }

    /**
     * The same line without what the skin's own texture gives it. A trace runs where line and texture together are
     * darkest, so it reads more than the line, and the rest stays when the line goes: of a shallow line much, of a deep
     * one next to nothing.
     *
     * @param spread of the depth that skin without a line reads, {@link Placebo#texture}
     */
    LineGauge less(double spread, Raster flat) {
        double read = LineSearch.mean(depths(flat));
        double leaning = LEANING * spread;
        return new LineGauge(this, read * leaning * leaning / (read * read + leaning * leaning));
    }

    /** Weber contrast that is the texture's and not the line's. */
    double texture() {
        return texture;
    }

    /** Signed Weber contrast at each point of the line, positive where it is darker than the skin beside it. */
    double[] depths(Raster flat) {
        return depths(flat, AfterContrast.OWN);
    }

    /** The same cross-section at one point, read elsewhere: what skin without a line answers. */
    double depthMoved(Raster flat, int point, Point by) {
        return depth(flat, points.get(point).plus(by), normals.get(point));
    }

    /** The same in the follow-up, its contrast brought to the baseline's. */
    double[] depths(Raster flat, AfterContrast contrast) {
        double[] depths = new double[points.size()];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = depth(flat, points.get(i), normals.get(i)) / contrast.gain(normals.get(i)) - texture;
        }
        return depths;
    }

    List<Point> points() {
        return points;
    }

    List<Point> normals() {
        return normals;
    }

    double lengthMm() {
        return new Polyline(points).length();
    }

    /** Whether more than half of a line lies within so many millimetres of this one. */
    boolean runsAlong(LineGauge line, double mm) {
        long near = line.points.stream()
                .filter(p -> points.stream().anyMatch(own -> own.minus(p).norm() < mm))
                .count();
        return 2 * near > line.points.size();
    }

    /** Width at half depth. */
    double widthMm() {
        return 2 * Math.sqrt(2 * Math.log(2)) * fit.sigmaMm();
    }

    /** The share of its depth that a valley of this width loses to a little more blur, given as a variance. */
    double shareLostTo(double blurMm2) {
        return blurMm2 / (2 * fit.sigmaMm() * fit.sigmaMm());
    }

    /** How much brighter the darker of the two sides is than the line, as a share of its depth. */
    double darkerFlank() {
        double depth = ValleyFit.sum(fit.depth(), profile);
        int off = Math.min(half(), (int) Math.round(flankMm() / acrossMm));
        double floor = profile[half()];
        double flank = Math.min(profile[half() - off], profile[half() + off]) - floor;
        return depth > 0 ? flank / depth : 0;
    }

    /**
     * The share of the line that has skin on both sides. What is no skin reads 0, so that a dark border of it (lashes'
     * shadow, the root of a hair) would look like a valley.
     */
    double flankedBy(Raster skin) {
        int flanked = 0;
        for (int i = 0; i < points.size(); i++) {
            flanked += isFlanked(i, new Point(0, 0), skin) ? 1 : 0;
        }
        return (double) flanked / points.size();
    }

    /** Whether there is skin on both sides of one of its points, were it moved. */
    boolean isFlanked(int point, Point by, Raster skin) {
        Point at = points.get(point).plus(by);
        Point aside = normals.get(point).times(flankMm());
        Point one = at.plus(aside);
        Point two = at.minus(aside);
        return skin.at(one.x(), one.y()) > 0.5 && skin.at(two.x(), two.y()) > 0.5;
    }

    private double flankMm() {
        return 2 * fit.sigmaMm() + 0.1;
    }

    /** The share of the line that is at least a third as deep as the whole: a row of pores is deep here and there. */
    double continuity(Raster flat) {
        double[] depths = depths(flat);
        double third = LineSearch.mean(depths) / 3;
        int deep = 0;
        for (int i = 1; i < depths.length - 1; i++) {
            deep += (depths[i - 1] + depths[i] + depths[i + 1]) / 3 >= third ? 1 : 0;
        }
        return deep / (depths.length - 2.0);
    }

    private int half() {
        return (int) Math.round(REACH_MM / acrossMm);
    }

    private double depth(Raster flat, Point at, Point normal) {
        double sum = 0;
        double ground = 0;
        for (int k = -half(); k <= half(); k++) {
            double v = flat.at(at.x() + k * acrossMm * normal.x(), at.y() + k * acrossMm * normal.y());
            sum += fit.depth()[k + half()] * v;
            ground += fit.ground()[k + half()] * v;
        }
        return sum / (1 + ground);
    }

    private double[] meanProfile(Raster flat) {
        double[] mean = new double[2 * half() + 1];
        for (int i = 0; i < points.size(); i++) {
            for (int k = -half(); k <= half(); k++) {
                mean[k + half()] += flat.at(
                                points.get(i).x()
                                        + k * acrossMm * normals.get(i).x(),
                                points.get(i).y()
                                        + k * acrossMm * normals.get(i).y())
                        / points.size();
            }
        }
        return mean;
    }

    /** The tracer's steps tremble by a fraction of a pixel; a line does not. */
    private static List<Point> smoothed(List<Point> points) {
        List<Point> smooth = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int reach = Math.min(5, Math.min(i, points.size() - 1 - i));
            Point sum = new Point(0, 0);
            for (int k = -reach; k <= reach; k++) {
                sum = sum.plus(points.get(i + k));
            }
            smooth.add(sum.times(1.0 / (2 * reach + 1)));
        }
        return List.copyOf(smooth);
    }

    private static List<Point> normals(List<Point> points) {
        List<Point> normals = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point along = points.get(Math.min(i + 2, points.size() - 1)).minus(points.get(Math.max(i - 2, 0)));
            normals.add(along.norm() > 0 ? along.unit().quarterTurn() : new Point(0, 1));
        }
        return normals;
    }
}
