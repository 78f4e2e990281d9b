package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** The stretches of a traced line that one photo shows: where it has not faded from view. */
final class VisibleParts {

    /** Mean Weber contrast over 1.5 mm below which a line is not seen. */
    private static final double SEEN = 0.012;

    private static final int REACH = 3;
    private static final double SHORTEST_MM = 3;

    private VisibleParts() {}

    static List<Line> of(LineGauge gauge, double[] depths, UnaryOperator<Point> toPhoto) {
        List<Line> parts = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= depths.length; i++) {
            boolean seen = i < depths.length && near(depths, i) >= SEEN;
            if (seen && begin < 0) {
                begin = i;
            } else if (!seen && begin >= 0) {
                add(gauge, depths, begin, i, toPhoto, parts);
                begin = -1;
            }
        }
        return parts;
    }

    private static void add(
            LineGauge gauge, double[] depths, int begin, int end, UnaryOperator<Point> toPhoto, List<Line> parts) {
        if (end - begin < 2) {
            return;
        }
        List<Point> mm = gauge.points().subList(begin, end);
        double length = new Polyline(mm).length();
        // A line as long as the shortest that is traced must not be lost to rounding.
        if (length < SHORTEST_MM - LineGauge.STEP_MM) {
            return;
        }
        double depth = 0;
        for (int i = begin; i < end; i++) {
            depth += depths[i] / (end - begin);
        }
        Point run = mm.getLast().minus(mm.getFirst());
        double direction = Math.toDegrees(Math.atan(run.y() / (Math.abs(run.x()) < 1e-9 ? 1e-9 : run.x())));
        parts.add(new Line(Readout.path(mm, toPhoto), length, gauge.widthMm(), depth, direction));
    }

    private static double near(double[] depths, int i) {
        double sum = 0;
        int n = 0;
        for (int k = Math.max(0, i - REACH); k <= Math.min(depths.length - 1, i + REACH); k++) {
            sum += depths[k];
            n++;
        }
        return sum / n;
    }
}
