package rhytid.measure;

import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * The frame a face is measured in: millimetres, the origin midway between the pupils, x along the pupillary line to the
 * subject's left, y up along the facial vertical. Positions come out as if the head faced the camera.
 *
 * <p>A place (x, y, z) of the head, z millimetres nearer to the camera than the plane of the eyes, is turned about the
 * middle between them (by pitch, then yaw) and seen from {@link #CAMERA_MM}: what is nearer looks larger. With z known
 * from the mean face that is solved for x and y. Roll needs no number: the pupillary line is level by definition. In a
 * face that looks into the camera nothing is taken out: there a place is where it is seen.
 */
final class FaceFrame {

    /**
     * From where portraits are usually taken. A chin that a nod by 3° brings 3 mm nearer looks 0.3 % larger, which is
     * 0.2 mm at the mouth; from half as far twice that.
     */
    private static final double CAMERA_MM = 1000;

    /** How near a place is depends on where it is, by so little that the second guess is right to 0.001 mm. */
    private static final int GUESSES = 2;

    private final Point origin;
    private final Point toLeft;
    private final double pxPerMm;
    private final Point lateral;
    private final Point vertical;
    private final Point depth;
    private final Point nearer;
    private final double nearerByDepth;

    private FaceFrame(Point origin, Point toLeft, double pxPerMm, HeadPose pose) {
        this.origin = origin;
        this.toLeft = toLeft;
        this.pxPerMm = pxPerMm;
        double yaw = Math.toRadians(pose.yaw());
        double pitch = Math.toRadians(pose.pitch());
        this.lateral = new Point(Math.cos(yaw), 0);
        this.vertical = new Point(-Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch));
        this.depth = new Point(Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch));
        this.nearer = new Point(-Math.sin(yaw), -Math.cos(yaw) * Math.sin(pitch));
        this.nearerByDepth = Math.cos(yaw) * Math.cos(pitch);
    }

    /** The frame of a face; where an iris is hidden, the mesh's guess of its centre only gives the direction. */
    static FaceFrame of(Face face) {
        Point right = pupil(face, Side.RIGHT);
        Point left = pupil(face, Side.LEFT);
        return new FaceFrame(
                right.towards(left, 0.5), left.minus(right).unit(), face.scale().pxPerMm(), face.pose());
    }

    /** Centre of the iris in pixels, or where the mesh takes it to be. */
    static Point pupil(Face face, Side side) {
        return face.iris(side)
                .map(Iris::centre)
                .orElseGet(() -> face.landmarks().point(FaceMesh.irisCentre(side)));
    }

    /** How far to the subject's left of the pupils' middle a place is seen, in pixels along the pupillary line. */
    double along(Point pixels) {
        return pixels.minus(origin).dot(toLeft);
    }

    /**
     * Where a place of the face would be if the head faced the camera.
     *
     * @param pixels its place in the photo
     * @param depthMm how far it lies in front of the plane of the eyes
     * @return millimetres, x to the subject's left, y up
     */
    Point frontal(Point pixels, double depthMm) {
        Point away = pixels.minus(origin);
        Point seen = new Point(away.dot(toLeft), -away.dot(toLeft.quarterTurn())).times(1 / pxPerMm);
        double small = 1 - depthMm / CAMERA_MM;
        Point place = seen;
        for (int guess = 0; guess < GUESSES; guess++) {
            double near = nearer.dot(place.times(small)) + nearerByDepth * depthMm;
            place = unturned(seen.times(1 - near / CAMERA_MM), depthMm).times(1 / small);
        }
        return place;
    }

    private Point unturned(Point seen, double depthMm) {
        Point rest = seen.minus(depth.times(depthMm));
        double area = lateral.cross(vertical);
        return new Point(rest.cross(vertical) / area, lateral.cross(rest) / area);
    }
}
