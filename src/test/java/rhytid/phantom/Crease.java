package rhytid.phantom;

import java.util.Map;
import rhytid.face.Expression;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;

/**
 * A line in the skin, as it is painted.
 *
 * @param name unique in a phantom
 * @param course in mm of the face frame at rest
 * @param widthMm full width of the dark valley at half its depth
 * @param taper share of the length over which each end fades, 0 (none) to 0.5
 * @param fold how much the skin bulges on both sides, 0 (a crack in a plane) to 1 (a fold)
 * @param depth Weber contrast of the valley under {@link Lighting#STATED}, by expression; an expression that is not
 *     named shows the depth at rest
 */
public record Crease(
        String name,
        Region region,
        Polyline course,
        double widthMm,
        double taper,
        double fold,
        Map<Expression, Double> depth) {

    public Crease {
        depth = Map.copyOf(depth);
        if (!(widthMm > 0) || taper < 0 || taper > 0.5 || !depth.containsKey(Expression.REST)) {
            throw new IllegalArgumentException(
                    "crease " + name + ": width " + widthMm + ", taper " + taper + ", depth " + depth);
        }
    }

    /**
     * A straight line of even depth, as a test wants it.
     *
     * @param angleDeg 0 runs along the pupillary line, positive falls to the right of the picture
     */
    public static Crease straight(
            Region region, Point middleMm, double lengthMm, double angleDeg, double widthMm, double depth) {
        double angle = Math.toRadians(angleDeg);
        Point half = new Point(Math.cos(angle), Math.sin(angle)).times(lengthMm / 2);
        Polyline course = new Polyline(java.util.List.of(middleMm.minus(half), middleMm.plus(half)));
        String name = region.key() + "@" + Math.round(middleMm.x()) + "," + Math.round(middleMm.y());
        return new Crease(name, region, course, widthMm, 0, 0.3, Map.of(Expression.REST, depth));
    }

    public double depth(Expression expression) {
        return depth.getOrDefault(expression, depth.getOrDefault(Expression.REST, 0.0));
    }
}
