package rhytid.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.face.FaceLandmarks;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.wrinkle.Line;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * Lines that stayed where others went: a side that did not follow the other, or a single line in a region that became
 * smoother. What was treated is not known here, so an improvement that is significant is taken for the treatment.
 */
final class LineFindings {

    private static final List<Map.Entry<Region, Region>> SIDES = List.of(
            Map.entry(Region.CROWS_FEET_RIGHT, Region.CROWS_FEET_LEFT),
            Map.entry(Region.NASOLABIAL_RIGHT, Region.NASOLABIAL_LEFT),
            Map.entry(Region.MARIONETTE_RIGHT, Region.MARIONETTE_LEFT));

    private static final List<Region> ACROSS = List.of(Region.GLABELLA, Region.FOREHEAD);

    private final FindingLimits limits;
    private final ExpressionComparison pair;
    private final List<Finding> findings;

    private LineFindings(FindingLimits limits, ExpressionComparison pair, List<Finding> findings) {
        this.limits = limits;
        this.pair = pair;
        this.findings = findings;
    }

    /** Adds what stands out in one expression. */
    static void of(FindingLimits limits, ExpressionComparison pair, List<Finding> findings) {
        LineFindings lines = new LineFindings(limits, pair, findings);
        for (Map.Entry<Region, Region> sides : SIDES) {
            lines.side(sides.getKey(), sides.getValue());
            lines.side(sides.getValue(), sides.getKey());
        }
        ACROSS.forEach(lines::single);
    }

    /** One side became smoother, the other did not follow. */
    private void side(Region smoother, Region other) {
        RegionChange better = pair.wrinkles().get(smoother);
        RegionChange left = pair.wrinkles().get(other);
        if (!improved(better) || left == null || left.changePercent() == null || better == null) {
            return;
        }
        double behind = left.changePercent() - orZero(better.changePercent());
        double error = Math.hypot(orZero(left.mdc95Percent()), orZero(better.mdc95Percent()));
        if (behind >= limits.leftOverPercent() && behind > error) {
            findings.add(leftOver(
                    other,
                    other.side(),
                    "The lines on the "
                            + (other.side() == null ? "" : other.side().key())
                            + " side changed less than those on the other (" + spoken(other) + ", "
                            + pair.expression().key() + ").",
                    behind));
        }
    }

    /** The region became smoother, but one of its lines is as deep as they were before. */
    private void single(Region region) {
        RegionChange change = pair.wrinkles().get(region);
        RegionLines before = pair.baseline().lines().get(region);
        RegionLines after = pair.followUp().lines().get(region);
        if (!improved(change) || before == null || after == null) {
            return;
        }
        Optional<Line> deepest = after.lines().stream()
                .filter(line -> line.lengthMm() >= limits.leftOverLineMm() && line.depth() >= before.depth())
                .max(Comparator.comparingDouble(line -> line.lengthMm() * line.depth()));
        deepest.ifPresent(line -> {
            Side side = side(line);
            findings.add(leftOver(
                    region,
                    side,
                    "A line of " + String.format(Locale.ROOT, "%.0f mm", line.lengthMm()) + " on the " + side.key()
                            + " side is left over (" + spoken(region) + ", "
                            + pair.expression().key() + ").",
                    line.lengthMm()));
        });
    }

    private boolean improved(@Nullable RegionChange change) {
        return change != null
                && change.significant()
                && change.changePercent() != null
                && change.changePercent() <= -limits.leftOverPercent();
    }

    private Finding leftOver(Region region, @Nullable Side side, String what, double value) {
        return new Finding(
                        FindingCode.LINE_LEFT_OVER.code(),
                        Finding.CONSIDER,
                        side,
                        what
                                + " Consider a touch-up if this area was treated and the full effect (day 10 to 14) is reached.",
                        value)
                .about(region.key(), pair.expression());
    }

    /** On which side of the line midway between the pupils most of it lies. */
    private Side side(Line line) {
        FaceLandmarks mesh = pair.followUp().face().landmarks();
        Point right = mesh.pupil(Side.RIGHT);
        Point left = mesh.pupil(Side.LEFT);
        Point middle = line.path().at(line.path().length() / 2);
        return middle.minus(right.towards(left, 0.5)).dot(left.minus(right)) > 0 ? Side.LEFT : Side.RIGHT;
    }

    static String spoken(Region region) {
        return switch (region) {
            case GLABELLA -> "between the brows";
            case FOREHEAD -> "forehead";
            case CROWS_FEET_RIGHT, CROWS_FEET_LEFT -> "crow's feet";
            case INFRAORBITAL_RIGHT, INFRAORBITAL_LEFT -> "below the eye";
            case NASAL -> "nose";
            case NASOLABIAL_RIGHT, NASOLABIAL_LEFT -> "nasolabial fold";
            case PERIORAL -> "around the mouth";
            case MARIONETTE_RIGHT, MARIONETTE_LEFT -> "below the corner of the mouth";
            case CHIN -> "chin";
        };
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
