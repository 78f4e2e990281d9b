package rhytid.phantom;

import java.util.List;
import rhytid.face.CanonicalFace;
import rhytid.geometry.Point;

/** How far the face stands out towards the camera, mm, on a coarse grid: the mean face's depth, laid on a base. */
final class FaceDepth {

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
