package rhytid.quality;

import java.util.List;
import java.util.stream.IntStream;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * The mesh as if the head faced the camera: the origin midway between the pupils, x to the subject's left, y up, in
 * shares of the interpupillary distance, so that neither the camera's distance nor the reading of an iris matters. How
 * far each point stands out is the mean face's.
 */
final class FrontalMesh {

    private static final double EYES_MM =
            CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).z();
    private static final double INTERPUPILLARY_MM =
            CanonicalFace.vertex(FaceMesh.irisCentre(Side.LEFT)).x()
                    - CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).x();

    private final Point origin;
    private final Point toLeft;
    private final double unitPx;
    private final double yaw;
    private final double pitch;
    private final List<Point> points;

    private FrontalMesh(Face face) {
        Point right = face.landmarks().pupil(Side.RIGHT);
        Point left = face.landmarks().pupil(Side.LEFT);
        yaw = Math.toRadians(face.pose().yaw());
        pitch = Math.toRadians(face.pose().pitch());
        origin = right.towards(left, 0.5);
        toLeft = left.minus(right).unit();
        unitPx = right.distanceTo(left) / Math.cos(yaw);
        List<Point> seen = face.landmarks().points();
        points = IntStream.range(0, seen.size())
                .mapToObj(i -> frontal(seen.get(i), i))
                .toList();
    }

    static FrontalMesh of(Face face) {
        return new FrontalMesh(face);
    }

    Point point(int index) {
        return points.get(index);
    }

    double between(int one, int other) {
        return point(one).distanceTo(point(other));
    }

    /** A place of the photo that stands out as far as a point of the mesh does. */
    Point frontal(Point pixels, int likeIndex) {
        double z = (CanonicalFace.vertex(likeIndex).z() - EYES_MM) / INTERPUPILLARY_MM;
        Point away = pixels.minus(origin).times(1 / unitPx);
        double seenX = away.dot(toLeft) - Math.sin(yaw) * Math.cos(pitch) * z;
        double seenY = -away.dot(toLeft.quarterTurn()) - Math.sin(pitch) * z;
        double x = seenX / Math.cos(yaw);
        return new Point(x, (seenY + Math.sin(yaw) * Math.sin(pitch) * x) / Math.cos(pitch));
    }
}
