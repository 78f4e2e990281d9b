package rhytid.report.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.ExpressionComparison;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * Where lines faded or deepened, in a frame. A stretch of a line has a colour only where its whole region changed by
 * more than retaking the photo would have, and only in that direction: a single line's change is less certain than its
 * region's.
 *
 * @param outlines the regions that were measured
 * @param tendencies what became of each region
 * @param stretches lines of both photos, cut where their fate changes
 */
public record ChangeMap(Map<Region, Polygon> outlines, Map<Region, Tendency> tendencies, List<Stretch> stretches) {

    /** A part of a line with one fate. */
    public record Stretch(Polyline path, Tendency fate) {}

    /**
     * A line of the other photo within this distance and turn is the same line: what alignment leaves is below 1 mm.
     */
    private static final double SAME_LINE_MM = 2;

    private static final double SAME_DIRECTION_COS = Math.cos(Math.toRadians(40));

    /** A line is looked at once a millimetre. */
    private static final double STEP_MM = 1;

    /** Shorter stretches of one fate take that of their neighbours: a line is at least 3 mm long. */
    private static final int SHORTEST_STEPS = 3;

    /** By a fifth of its depth or less, a single line is called unchanged. */
    private static final double SAME_DEPTH_SHARE = 0.2;

    public static ChangeMap of(ExpressionComparison pair, Frame frame) {
        Map<Region, Polygon> outlines = new EnumMap<>(Region.class);
        Map<Region, Tendency> tendencies = new EnumMap<>(Region.class);
        for (RegionLines region : pair.baseline().lines().values()) {
            outlines.put(region.region(), region.outline().transformed(frame.baseline()));
            tendencies.put(region.region(), Tendency.of(pair.wrinkles().get(region.region())));
        }
        List<FrameLine> before = FrameLine.of(pair.baseline().lines(), frame.baseline());
        List<FrameLine> after = FrameLine.of(pair.followUp().lines(), frame.followUp());
        List<Stretch> stretches = new ArrayList<>();
        for (FrameLine line : before) {
            stretches.addAll(stretches(line, after, true, tendencies.get(line.region()), frame.pxPerMm()));
        }
        for (FrameLine line : after) {
            stretches.addAll(stretches(line, before, false, tendencies.get(line.region()), frame.pxPerMm()));
        }
        return new ChangeMap(outlines, tendencies, stretches);
    }

    /** A line of the baseline whole; of a line of the follow-up only what no line of the baseline accounts for. */
    private static List<Stretch> stretches(
            FrameLine line, List<FrameLine> others, boolean baseline, @Nullable Tendency region, double pxPerMm) {
        int count = Math.max(2, (int) Math.round(line.path().length() / (STEP_MM * pxPerMm)) + 1);
        List<Point> points = line.path().resampled(count).points();
        List<@Nullable Tendency> fates = new ArrayList<>();
        for (int i = 0; i + 1 < count; i++) {
            Point middle = points.get(i).towards(points.get(i + 1), 0.5);
            double other = depthThere(line, middle, points.get(i + 1).minus(points.get(i)), others, pxPerMm);
            fates.add(
                    baseline
                            ? seen(fate(line.depth(), other), region)
                            : other > 0 ? null : seen(Tendency.DEEPENED, region));
        }
        return joined(points, smoothed(fates));
    }

    private static Tendency fate(double before, double after) {
        if (Math.abs(after - before) <= SAME_DEPTH_SHARE * before) {
            return Tendency.SAME;
        }
        return after < before ? Tendency.FADED : Tendency.DEEPENED;
    }

    private static Tendency seen(Tendency fate, @Nullable Tendency region) {
        return fate == region ? fate : Tendency.SAME;
    }

    /** Depth of the nearest line of the other photo that runs alike; 0 where there is none. */
    private static double depthThere(
            FrameLine line, Point place, Point direction, List<FrameLine> others, double pxPerMm) {
        double nearest = SAME_LINE_MM * pxPerMm;
        double depth = 0;
        for (FrameLine other : others) {
            if (other.region() != line.region()) {
                continue;
            }
            double distance = other.path().distanceTo(place);
            if (distance < nearest && runsAlike(other.path(), place, direction)) {
                nearest = distance;
                depth = other.depth();
            }
        }
        return depth;
    }

    private static boolean runsAlike(Polyline path, Point place, Point direction) {
        List<Point> points = path.points();
        double nearest = Double.POSITIVE_INFINITY;
        Point along = direction;
        for (int i = 0; i + 1 < points.size(); i++) {
            double distance = points.get(i).towards(points.get(i + 1), 0.5).distanceTo(place);
            if (distance < nearest) {
                nearest = distance;
                along = points.get(i + 1).minus(points.get(i));
            }
        }
        double norms = along.norm() * direction.norm();
        return norms == 0 || Math.abs(along.dot(direction)) >= SAME_DIRECTION_COS * norms;
    }

    /** Takes short runs into the run before them. */
    private static List<@Nullable Tendency> smoothed(List<@Nullable Tendency> fates) {
        List<@Nullable Tendency> smooth = new ArrayList<>(fates);
        int start = 0;
        for (int i = 1; i <= smooth.size(); i++) {
            if (i == smooth.size() || smooth.get(i) != smooth.get(start)) {
                if (start > 0 && i - start < SHORTEST_STEPS) {
                    java.util.Collections.fill(smooth.subList(start, i), smooth.get(start - 1));
                }
                start = i;
            }
        }
        return smooth;
    }

    private static List<Stretch> joined(List<Point> points, List<@Nullable Tendency> fates) {
        List<Stretch> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= fates.size(); i++) {
            if (i == fates.size() || fates.get(i) != fates.get(start)) {
                Tendency fate = fates.get(start);
                if (fate != null) {
                    stretches.add(new Stretch(new Polyline(points.subList(start, i + 1)), fate));
                }
                start = i;
            }
        }
        return stretches;
    }
}
