package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import rhytid.geometry.Point;

/**
 * How much the sum of a region's depths is worth: the same lines are laid over skin of the region that has none, and
 * read there. What they read there (or by how much the two photos of a pair differ there) is noise, of just the kind
 * that sits on the lines themselves.
 */
final class Placebo {

    private static final int TRIES = 16;

    /** Nearer than this to a line, its flanks are read. */
    private static final double CLEAR_MM = 1.2;

    /** Farther than this, the skin is another. */
    private static final double FARTHEST_MM = 8;

    private static final int LEAST_PLACES = 8;

    /** Points of a line in a stretch of 1 mm. */
    private static final int STRETCH = (int) (1 / LineGauge.STEP_MM);

    /** What stretches read where too little free skin is near, Weber contrast. */
    private static final double TYPICAL = 0.012;

    private final List<LineGauge> lines;
    private final Raster free;
    private final Random random;

    Placebo(List<LineGauge> lines, SkinArea area, Random random) {
        this.lines = lines;
        this.random = random;
        this.free = free(lines, area.skin());
    }

    /**
     * The standard deviation of Σ length × depth in mm, as read off the lines.
     *
     * @param other where given, of the difference {@code flat} − {@code other}
     * @param otherGain what the other's depth is divided by
     */
    double spread(Raster flat, @Nullable Raster other, double otherGain) {
        double variance = 0;
        for (LineGauge line : lines) {
            List<Double> sums = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                double sum = read(line, away(), flat, other, otherGain);
                if (!Double.isNaN(sum)) {
                    sums.add(sum);
                }
            }
            // Findings of one line share their noise, which so adds up to that of the line.
            variance += LineSearch.SHARE * variance(sums, line.lengthMm());
        }
        return Math.sqrt(variance);
    }

    /**
     * The spread of the depth that stretches of 1 mm read beside a line, Weber contrast.
     *
     * @param flat the light that decided where lines run
     */
    double texture(LineGauge line, Raster flat) {
        double square = 0;
        int stretches = 0;
        for (int i = 0; i < TRIES; i++) {
            Point by = away();
            for (int from = 0; from + STRETCH <= line.points().size(); from += STRETCH) {
                double sum = 0;
                int free = 0;
                for (int k = from; k < from + STRETCH; k++) {
                    if (isFree(line.points().get(k).plus(by))) {
                        sum += line.depthMoved(flat, k, by);
                        free++;
                    }
                }
                if (free == STRETCH) {
                    square += square(sum / STRETCH);
                    stretches++;
                }
            }
        }
        return stretches < LEAST_PLACES ? TYPICAL : Math.sqrt(square / stretches);
    }

    private Point away() {
        double angle = 2 * Math.PI * random.nextDouble();
        double far = CLEAR_MM + (FARTHEST_MM - CLEAR_MM) * random.nextDouble();
        return new Point(far * Math.cos(angle), far * Math.sin(angle));
    }

    private boolean isFree(Point p) {
        return free.at(p.x(), p.y()) > 0.5;
    }

    /** NaN where less than {@link #LEAST_PLACES} places of the moved line lie on free skin. */
    private double read(LineGauge line, Point by, Raster flat, @Nullable Raster other, double otherGain) {
        List<Integer> places = new ArrayList<>();
        int all = line.points().size();
        for (int i = 0; i < all; i++) {
            if (isFree(line.points().get(i).plus(by))) {
                places.add(i);
            }
        }
        if (places.size() < LEAST_PLACES) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i : places) {
            double there = other == null ? 0 : line.depthMoved(other, i, by);
            sum += line.depthMoved(flat, i, by) - there / otherGain;
        }
        // A part stands for the whole: noise of a part, scaled as noise adds up.
        double step = line.lengthMm() / all;
        return sum * step * Math.sqrt((double) all / places.size());
    }

    private static double variance(List<Double> sums, double lengthMm) {
        if (sums.size() < 4) {
            return square(TYPICAL) * lengthMm;
        }
        return sums.stream().mapToDouble(Placebo::square).average().orElseThrow();
    }

    private static double square(double v) {
        return v * v;
    }

    private static Raster free(List<LineGauge> lines, Raster skin) {
        float[] free = skin.values().clone();
        for (LineGauge line : lines) {
            int reach = (int) Math.ceil(Math.max(CLEAR_MM, line.widthMm()) * skin.pxPerMm());
            for (Point p : line.points()) {
                int column = (int) Math.round(skin.column(p.x()));
                int row = (int) Math.round(skin.row(p.y()));
                for (int j = Math.max(0, row - reach); j <= Math.min(skin.height() - 1, row + reach); j++) {
                    for (int i = Math.max(0, column - reach); i <= Math.min(skin.width() - 1, column + reach); i++) {
                        free[j * skin.width() + i] = 0;
                    }
                }
            }
        }
        return skin.with(free);
    }
}
