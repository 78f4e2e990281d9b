package rhytid.phantom;

import java.util.List;
import rhytid.face.CanonicalFace;
import rhytid.face.Side;
import rhytid.geometry.Point;

/** How far the face stands out towards the camera, mm, on a coarse grid: the mean face's depth, laid on a base. */
final class FaceDepth {

    /**
     * By how much a brow stands out more or less, against its eye, than the mean face's: 3 mm (standard deviation), as
     * between people, and a corner of the mouth. {@link Noise} has a standard deviation of a quarter.
     */
    private static final double OWN_MM = 12;

    private static final double OWN_WIDTH_MM = 75;

    /** What of that one side has for itself. */
    private static final double ONE_SIDED = 0.25;

    /** From the iris to the eyeball's centre, about which it turns to stay on the camera. */
    private static final double IRIS_TO_CENTRE_MM = 10;

    /** The iris faces the camera: it is as deep on one side as on the other. */
    private static final double FLAT_MM = 6;

    /** Lids follow the eye, the canthi and the brow do not. */
    private static final double FOLLOWS_MM = 14;

    private static final double GRID_PER_MM = 0.5;
    private static final double SPREAD_MM = 5;

    private final Plane depth;

    FaceDepth(Anatomy anatomy, int widthMm, int heightMm) {
        List<Point> mesh = anatomy.mesh();
        depth = Plane.of((int) (widthMm * GRID_PER_MM), (int) (heightMm * GRID_PER_MM), (column, row) -> {
                    double x = (column + 0.5) / GRID_PER_MM;
                    double y = (row + 0.5) / GRID_PER_MM;
                    double sum = 0;
                    double weights = 1e-9;
                    double nearest = Double.MAX_VALUE;
                    for (int i = 0; i < 468; i++) {
                        double d =
                                Math.hypot(x - mesh.get(i).x(), y - mesh.get(i).y());
                        nearest = Math.min(nearest, d);
                        double weight = Shape.bell(d, SPREAD_MM) + 1e-5 / (1 + d * d * d);
                        sum += weight * CanonicalFace.vertex(i).z();
                        weights += weight;
                    }
                    return (float) (sum / weights - 0.7 * Math.max(0, nearest - 4));
                })
                .blurred(4 * GRID_PER_MM);
    }

    private FaceDepth(Plane depth) {
        this.depth = depth;
    }

    /**
     * This depth as one person has it: no two faces are of one relief, and eyes that stay on the camera while the head
     * turns seem to lie as deep as the centres of their balls. Most people look at the camera, some a little past it.
     */
    FaceDepth of(long seed, Anatomy anatomy) {
        Noise noise = new Noise(seed + 8191);
        double place = 100 * noise.cell(3, 5);
        double gaze = 0.5 + 0.5 * noise.cell(5, 3);
        return new FaceDepth(depth.map((column, row) -> {
            double x = (column + 0.5) / GRID_PER_MM;
            double y = (row + 0.5) / GRID_PER_MM;
            double aside = x - anatomy.midlineX();
            double down = (y - anatomy.pupilY()) / OWN_WIDTH_MM;
            double own = noise.at(Math.abs(aside) / OWN_WIDTH_MM + place, down)
                    + ONE_SIDED * noise.at(aside / OWN_WIDTH_MM - place, down);
            double skin = depth.get(column, row) + OWN_MM * own;
            for (Side side : Side.values()) {
                Point pupil = anatomy.pupil(side);
                double eye = follows(x - pupil.x()) * follows(y - pupil.y());
                skin += eye * (at(pupil.x(), y) - gaze * IRIS_TO_CENTRE_MM - skin);
            }
            return (float) skin;
        }));
    }

    private static double follows(double awayMm) {
        return 1 - Shape.step(FLAT_MM, FOLLOWS_MM, Math.abs(awayMm));
    }

    double at(double xMm, double yMm) {
        return depth.linear(xMm * GRID_PER_MM - 0.5, yMm * GRID_PER_MM - 0.5);
    }

    double slopeX(double xMm, double yMm) {
        return (at(xMm + 2, yMm) - at(xMm - 2, yMm)) / 4;
    }

    double slopeY(double xMm, double yMm) {
        return (at(xMm, yMm + 2) - at(xMm, yMm - 2)) / 4;
    }
}
