package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * Looks for a border near a line where it is expected: at each of many places along the line, evidence for the border
 * is read at offsets across it, and the smooth course with the most evidence is taken (dynamic programming, A. Amini
 * and others, "Using dynamic programming for solving variational problems in vision", 1990).
 */
final class Border {

    /** What speaks for the border lying at a place. */
    interface Evidence {
        /**
         * Evidence in grey levels, higher is better, negative speaks against; NaN where the photo ends.
         *
         * @param place where the border may lie
         * @param outwards unit vector across the line
         */
        double at(Point place, Point outwards);
    }

    /**
     * What was found.
     *
     * @param line the border
     * @param evidence mean evidence along it, in grey levels
     * @param errorPx standard error of its mean position across itself, from how the single places scatter about the
     *     smooth course
     * @param boundary share of the places that lie at the edge of what was searched
     */
    record Found(Polyline line, double evidence, double errorPx, double boundary) {}

    private final List<Point> places;
    private final List<Point> outwards;
    private final double step;
    private final int inner;
    private final int outer;
    private final double[][] evidence;

    /**
     * @param expected where the border is expected, from medial to lateral
     * @param up a vector that points to the border's outer side
     * @param columns at how many places along it evidence is read
     * @param inwards how far inside the line is searched, in pixels
     * @param beyond how far outside
     * @param step how finely, in pixels
     */
    Border(Polyline expected, Point up, int columns, double inwards, double beyond, double step, Evidence source) {
        this.places = expected.resampled(columns).points();
        this.outwards = normals(places, up);
        this.step = step;
        this.inner = (int) Math.ceil(inwards / step);
        this.outer = (int) Math.ceil(beyond / step);
        this.evidence = read(source);
    }

    private static List<Point> normals(List<Point> line, Point up) {
        List<Point> normals = new ArrayList<>();
        int reach = Math.max(1, line.size() / 10);
        for (int i = 0; i < line.size(); i++) {
            Point along = line.get(Math.min(line.size() - 1, i + reach)).minus(line.get(Math.max(0, i - reach)));
            Point normal = along.unit().quarterTurn();
            normals.add(normal.dot(up) < 0 ? normal.times(-1) : normal);
        }
        return normals;
    }

    private double[][] read(Evidence source) {
        double[][] out = new double[places.size()][inner + outer + 1];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < out[i].length; k++) {
                double value = source.at(place(i, k - inner), outwards.get(i));
                out[i][k] = Double.isNaN(value) ? -20 : value;
            }
        }
        return out;
    }

    private Point place(int column, double offset) {
        return places.get(column).plus(outwards.get(column).times(offset * step));
    }

    /**
     * The course with the most evidence.
     *
     * @param stiffness what a bend costs: grey levels for a change of one pixel between neighbouring places, squared
     * @param trust what lying off the expected line costs: grey levels at one pixel, squared
     */
    Found find(double stiffness, double trust) {
        return find(stiffness, trust, trust);
    }

    /**
     * The same where one side of the expected line is likelier than the other.
     *
     * @param trustInwards what lying inside of the expected line costs
     * @param trustOutwards what lying outside of it costs
     */
    Found find(double stiffness, double trustInwards, double trustOutwards) {
        int[] course = course(stiffness, trustInwards, trustOutwards);
        double[] exact = new double[course.length];
        double sum = 0;
        int atBoundary = 0;
        for (int i = 0; i < course.length; i++) {
            exact[i] = exact(i, course[i]);
            sum += evidence[i][course[i]];
            if (course[i] == 0 || course[i] == inner + outer) {
                atBoundary++;
            }
        }
        double[] smooth = smoothed(exact);
        List<Point> line = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < smooth.length; i++) {
            line.add(place(i, smooth[i]));
            squares += Math.pow((exact[i] - smooth[i]) * step, 2);
        }
        double scatter = Math.sqrt(squares / smooth.length);
        return new Found(
                new Polyline(line),
                sum / course.length,
                scatter / Math.sqrt(smooth.length / 3.0),
                (double) atBoundary / course.length);
    }

    private int[] course(double stiffness, double trustInwards, double trustOutwards) {
        int offsets = inner + outer + 1;
        double[][] best = new double[places.size()][offsets];
        int[][] from = new int[places.size()][offsets];
        for (int i = 0; i < best.length; i++) {
            for (int k = 0; k < offsets; k++) {
                double trust = k < inner ? trustInwards : trustOutwards;
                double own = evidence[i][k] - trust * Math.pow((k - inner) * step, 2);
                double before = i == 0 ? 0 : Double.NEGATIVE_INFINITY;
                if (i > 0) {
                    for (int j = Math.max(0, k - 4); j <= Math.min(offsets - 1, k + 4); j++) {
                        double value = best[i - 1][j] - stiffness * Math.pow((k - j) * step, 2);
                        if (value > before) {
                            before = value;
                            from[i][k] = j;
                        }
                    }
                }
                best[i][k] = own + before;
            }
        }
        int[] course = new int[best.length];
        for (int k = 1; k < offsets; k++) {
            if (best[best.length - 1][k] > best[best.length - 1][course[best.length - 1]]) {
                course[best.length - 1] = k;
            }
        }
        for (int i = best.length - 1; i > 0; i--) {
            course[i - 1] = from[i][course[i]];
        }
        return course;
    }

    /** The peak of the evidence next to the course, to a part of a step, as an offset from the expected line. */
    private double exact(int column, int k) {
        double[] e = evidence[column];
        int peak = k;
        for (int j = Math.max(1, k - 2); j <= Math.min(e.length - 2, k + 2); j++) {
            if (e[j] > e[peak]) {
                peak = j;
            }
        }
        if (peak == 0 || peak == e.length - 1) {
            return peak - inner;
        }
        double bend = e[peak - 1] - 2 * e[peak] + e[peak + 1];
        double part = bend < 0 ? 0.5 * (e[peak - 1] - e[peak + 1]) / bend : 0;
        return peak + Math.clamp(part, -1, 1) - inner;
    }

    /** A running line through the neighbours, so that single hairs count little. */
    private static double[] smoothed(double[] offsets) {
        int reach = Math.max(2, offsets.length / 10);
        double[] out = new double[offsets.length];
        for (int i = 0; i < out.length; i++) {
            double w = 0;
            double wx = 0;
            double wy = 0;
            double wxx = 0;
            double wxy = 0;
            for (int j = Math.max(0, i - 2 * reach); j <= Math.min(out.length - 1, i + 2 * reach); j++) {
                double x = j - i;
                double weight = Math.exp(-x * x / (2.0 * reach * reach));
                w += weight;
                wx += weight * x;
                wy += weight * offsets[j];
                wxx += weight * x * x;
                wxy += weight * x * offsets[j];
            }
            out[i] = (wxx * wy - wx * wxy) / (w * wxx - wx * wx);
        }
        return out;
    }
}
