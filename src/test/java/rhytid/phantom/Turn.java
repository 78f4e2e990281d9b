package rhytid.phantom;

import org.jspecify.annotations.Nullable;
import rhytid.geometry.Point;

/**
 * The head turned about the neck, as seen from far away: places that stand out move more. What is hidden in the mean
 * face stays hidden, so it is an approximation for small turns.
 */
final class Turn {

    /** The axis lies this far behind the depth's zero, mm. */
    private static final double NECK_MM = 75;

    private static final int STEPS_BACK = 12;

    private final @Nullable FaceDepth depth;
    private final Point middle;
    private final double yaw;
    private final double pitch;

    Turn(Anatomy anatomy, double yawDeg, double pitchDeg) {
        this.yaw = Math.toRadians(yawDeg);
        this.pitch = Math.toRadians(pitchDeg);
        this.middle = new Point(anatomy.midlineX(), anatomy.pupilY());
        this.depth = yawDeg == 0 && pitchDeg == 0 ? null : new FaceDepth(anatomy, 280, 320);
    }

    Point forward(Point mm) {
        if (depth == null) {
            return mm;
        }
        double z = depth.at(mm.x(), mm.y()) + NECK_MM;
        double x = (mm.x() - middle.x()) * Math.cos(yaw) + z * Math.sin(yaw) - NECK_MM * Math.sin(yaw);
        double y = (mm.y() - middle.y()) * Math.cos(pitch) - z * Math.sin(pitch) + NECK_MM * Math.sin(pitch);
        return middle.plus(new Point(x, y));
    }

    /** Which place is seen at a place of the turned face: written to {@code place} as x, y. */
    void back(double x, double y, double[] place) {
        place[0] = x;
        place[1] = y;
        if (depth == null) {
            return;
        }
        for (int i = 0; i < STEPS_BACK; i++) {
            Point there = forward(new Point(place[0], place[1]));
            place[0] += 0.8 * (x - there.x());
            place[1] += 0.8 * (y - there.y());
        }
    }
}
