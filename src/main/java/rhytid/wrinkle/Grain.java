package rhytid.wrinkle;

import rhytid.geometry.Point;

/**
 * Which way the lines of a region run, and how far off it a line may be: forehead lines along, glabellar lines upright,
 * crow's feet away from the canthus, and so on. Hair and pores that cross it are no lines.
 */
final class Grain {

    /** Directions of a region's lines. */
    private interface Way {
        /** In radians at a place in mm; any multiple of π may be added. */
        double at(Point mm);
    }

    private final Way way;
    private final double toleranceRad;

    private Grain(Way way, double toleranceDeg) {
        this.way = way;
        this.toleranceRad = Math.toRadians(toleranceDeg);
    }

    static Grain of(Region region, Anchors anchors) {
        return switch (region) {
            case FOREHEAD -> new Grain(p -> 0, 27);
            case GLABELLA -> new Grain(p -> Math.PI / 2, 40);
            case CROWS_FEET_RIGHT -> new Grain(p -> radial(p, anchors.canthusRight()), 40);
            case CROWS_FEET_LEFT -> new Grain(p -> radial(p, anchors.canthusLeft()), 40);
            case INFRAORBITAL_RIGHT, INFRAORBITAL_LEFT -> new Grain(p -> 0, 45);
            case NASAL -> new Grain(p -> 0, 90);
            case NASOLABIAL_RIGHT -> along(anchors.foldTopRight(), anchors.foldBottomRight(), 35);
            case NASOLABIAL_LEFT -> along(anchors.foldTopLeft(), anchors.foldBottomLeft(), 35);
            case PERIORAL -> new Grain(p -> radial(p, anchors.mouth()), 45);
            case MARIONETTE_RIGHT -> new Grain(p -> Math.toRadians(100), 35);
            case MARIONETTE_LEFT -> new Grain(p -> Math.toRadians(80), 35);
            case CHIN -> new Grain(p -> 0, 50);
        };
    }

    /** The places lines run from or between, in mm. */
    record Anchors(
            Point canthusRight,
            Point canthusLeft,
            Point foldTopRight,
            Point foldBottomRight,
            Point foldTopLeft,
            Point foldBottomLeft,
            Point mouth) {}

    boolean allowsAll() {
        return toleranceRad >= Math.PI / 2 - 1e-6;
    }

    /** Whether a line may run this way here. */
    boolean allows(Point mm, double directionRad) {
        return allowsAll() || off(way.at(mm), directionRad) <= toleranceRad;
    }

    /** Whether a direction lies so far off the grain that what is seen there is texture, not lines. */
    boolean isAcross(Point mm, double directionRad) {
        return allowsAll() || off(way.at(mm), directionRad) > Math.toRadians(60);
    }

    /** The angle between two undirected lines, 0 to π/2. */
    static double off(double a, double b) {
        double d = Math.abs(a - b) % Math.PI;
        return Math.min(d, Math.PI - d);
    }

    private static Grain along(Point from, Point to, double toleranceDeg) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        return new Grain(p -> angle, toleranceDeg);
    }

    private static double radial(Point p, Point centre) {
        return Math.atan2(p.y() - centre.y(), p.x() - centre.x());
    }
}
