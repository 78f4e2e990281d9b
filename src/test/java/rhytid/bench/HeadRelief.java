package rhytid.bench;

import java.util.List;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * How far each place of a portrait stands out towards the camera, mm before the plane of the eyes: the mean face's
 * depth at the mesh's points, smoothed between them, and falling away behind the face's outline.
 */
final class HeadRelief {

    private static final int MESH_POINTS = 468;

    /** Behind the outline the head falls away as a ball does, at last to the ears. */
    private static final double BALL_MM = 45;

    private static final double FARTHEST_MM = -110;
    private static final double GRID_MM = 2.5;

    /** Slopes are taken over twice this. */
    private static final double STEP_MM = 5;

    /** As far from the eyes as a head reaches; beyond lies what hangs behind it. */
    private static final double REACH_MM = 190;

    private final Point middle;
    private final Point level;
    private final double pxPerMm;
    private final double spreadMm;
    private final double[][] grid;

    /** @param spreadMm over how much the mesh's depths are smoothed */
    HeadRelief(Face face, double spreadMm) {
        this.spreadMm = spreadMm;
        Point right = face.landmarks().pupil(Side.RIGHT);
        Point leftPupil = face.landmarks().pupil(Side.LEFT);
        middle = right.towards(leftPupil, 0.5);
        level = leftPupil.minus(right).unit();
        pxPerMm = face.landmarks().interpupillaryPx()
                / (CanonicalFace.vertex(FaceMesh.irisCentre(Side.LEFT)).x()
                        - CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).x());
        grid = depths(face, (int) (2 * REACH_MM / GRID_MM) + 1);
    }

    private double[][] depths(Face face, int cells) {
        List<double[]> places =
                face.landmarks().points().stream().map(p -> mm(p.x(), p.y())).toList();
        double eyes = CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).z();
        double[][] depth = new double[cells][cells];
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                depth[row][column] = depth(-REACH_MM + column * GRID_MM, -REACH_MM + row * GRID_MM, places, eyes);
            }
        }
        return depth;
    }

    private double depth(double x, double y, List<double[]> places, double eyes) {
        double sum = 0;
        double weights = 1e-12;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < MESH_POINTS; i++) {
            double squared = Math.pow(x - places.get(i)[0], 2) + Math.pow(y - places.get(i)[1], 2);
            nearest = Math.min(nearest, squared);
            double weight = Math.exp(-squared / (2 * spreadMm * spreadMm)) + 1e-6 / (1 + squared * squared);
            sum += weight * (CanonicalFace.vertex(i).z() - eyes);
            weights += weight;
        }
        double beyond = Math.max(0, Math.sqrt(nearest) - spreadMm);
        double ball = beyond < BALL_MM ? BALL_MM - Math.sqrt(BALL_MM * BALL_MM - beyond * beyond) : beyond;
        return Math.max(FARTHEST_MM, sum / weights - ball);
    }

    /** Millimetres from the middle between the pupils: to the subject's left, and up. */
    double[] mm(double x, double y) {
        Point away = new Point(x, y).minus(middle).times(1 / pxPerMm);
        return new double[] {away.dot(level), -away.dot(level.quarterTurn())};
    }

    double[] px(double leftMm, double upMm) {
        Point p = middle.plus(level.times(leftMm * pxPerMm))
                .plus(level.quarterTurn().times(-upMm * pxPerMm));
        return new double[] {p.x(), p.y()};
    }

    double depthMm(double x, double y) {
        double[] p = mm(x, y);
        return at(p[0], p[1]);
    }

    /** Where the surface faces, a unit vector: to the subject's left, up, to the camera. */
    double[] facing(double x, double y) {
        double[] p = mm(x, y);
        double dx = (at(p[0] + STEP_MM, p[1]) - at(p[0] - STEP_MM, p[1])) / (2 * STEP_MM);
        double dy = (at(p[0], p[1] + STEP_MM) - at(p[0], p[1] - STEP_MM)) / (2 * STEP_MM);
        double length = Math.sqrt(1 + dx * dx + dy * dy);
        return new double[] {-dx / length, -dy / length, 1 / length};
    }

    private double at(double leftMm, double upMm) {
        double column = Math.clamp((leftMm + REACH_MM) / GRID_MM, 0, grid.length - 1.001);
        double row = Math.clamp((upMm + REACH_MM) / GRID_MM, 0, grid.length - 1.001);
        int c = (int) column;
        int r = (int) row;
        double u = column - c;
        double v = row - r;
        return (1 - v) * ((1 - u) * grid[r][c] + u * grid[r][c + 1])
                + v * ((1 - u) * grid[r + 1][c] + u * grid[r + 1][c + 1]);
    }
}
