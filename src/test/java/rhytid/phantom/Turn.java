package rhytid.phantom;

import org.jspecify.annotations.Nullable;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * The head turned about the neck and seen from a metre away: places that stand out move more, and what comes nearer
 * looks larger. What is hidden in the mean face stays hidden, so it is an approximation for small turns.
 */
final class Turn {

    /** The axis lies this far behind the eyes, mm. */
    private static final double NECK_MM = 75;

    private static final double CAMERA_MM = 1000;

    private static final int STEPS_BACK = 12;

    private final @Nullable FaceDepth depth;
    private final double eyes;
    private final Point middle;
    private final double yaw;
    private final double pitch;

    /** @param seed of the person, whose face has a relief of its own */
    Turn(long seed, Anatomy anatomy, double yawDeg, double pitchDeg) {
        this.yaw = Math.toRadians(yawDeg);
        this.pitch = Math.toRadians(pitchDeg);
        this.middle = new Point(anatomy.midlineX(), anatomy.pupilY());
        this.depth = yawDeg == 0 && pitchDeg == 0 ? null : new FaceDepth(anatomy, 280, 320).of(seed, anatomy);
        Point pupil = anatomy.pupil(Side.RIGHT);
        this.eyes = depth == null ? 0 : depth.at(pupil.x(), pupil.y());
    }

    Point forward(Point mm) {
        if (depth == null) {
            return mm;
        }
        double z = depth.at(mm.x(), mm.y());
        double ahead = z - eyes;
        double right = (mm.x() - middle.x()) * (1 - ahead / CAMERA_MM);
        double down = (mm.y() - middle.y()) * (1 - ahead / CAMERA_MM);
        double x = right * Math.cos(yaw) + z * Math.sin(yaw);
        double y = down * Math.cos(pitch) - z * Math.sin(pitch);
        double near = (ahead + NECK_MM) * Math.cos(yaw) * Math.cos(pitch)
                - NECK_MM
                - right * Math.sin(yaw)
                + down * Math.sin(pitch);
        return middle.plus(new Point(x, y).times(CAMERA_MM / (CAMERA_MM - near)));
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
