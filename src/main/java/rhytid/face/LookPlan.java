package rhytid.face;

import java.util.List;

/**
 * How often a face is looked at. The first passes bring the crop from the detector's box to the face's own points; the
 * glances that follow see it slightly moved, turned, scaled or mirrored, and their mean is what counts: it is steadier
 * than one look, and their spread says how steady.
 *
 * @param passes how many times the crop is taken anew, at least 1
 * @param glances what is averaged, at least one
 */
public record LookPlan(int passes, List<Glance> glances) {

    /**
     * One look beside the straight one.
     *
     * @param right shift to the right, as a share of the crop's side
     * @param down shift downwards, as a share of the crop's side
     * @param turnDegrees turn, in degrees, clockwise on screen
     * @param scaling by what the crop's side is multiplied
     * @param mirrored whether the network sees the mirror image
     */
    public record Glance(double right, double down, double turnDegrees, double scaling, boolean mirrored) {}

    private static final Glance STRAIGHT = new Glance(0, 0, 0, 1, false);
    private static final Glance MIRRORED = new Glance(0, 0, 0, 1, true);

    /** Three passes, the last with its mirror image: for finding out whether and where. */
    public static final LookPlan QUICK = new LookPlan(3, List.of(STRAIGHT, MIRRORED));

    /** For measuring: three passes, then the face and its mirror image, straight and from four sides. */
    public static final LookPlan THOROUGH = new LookPlan(
            3,
            List.of(
                    STRAIGHT,
                    MIRRORED,
                    new Glance(0.012, 0.008, 2, 0.97, false),
                    new Glance(-0.012, 0.008, -2, 1.03, true),
                    new Glance(0.008, -0.012, -2, 1.03, false),
                    new Glance(-0.008, -0.012, 2, 0.97, true)));

    public LookPlan {
        glances = List.copyOf(glances);
        if (passes < 1 || glances.isEmpty()) {
            throw new IllegalArgumentException(passes + " passes and " + glances.size() + " glances");
        }
    }
}
