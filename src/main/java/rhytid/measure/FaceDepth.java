package rhytid.measure;

import rhytid.face.CanonicalFace;
import rhytid.face.FaceMesh;
import rhytid.face.Side;

/**
 * How far places of the face lie in front of the plane of the eyes, in mm, read from the mean face.
 *
 * @param shiftMm added to every depth. A face differs from the mean one, and eyes that follow the camera while the head
 *     nods turn the pupils too; measuring with a shifted depth shows what either does to a number
 */
record FaceDepth(double shiftMm) {

    /** The mean face. */
    static final FaceDepth MEAN = new FaceDepth(0);

    /**
     * Standard error of the depth, mm: brows differ by about 3 mm between people, and the pupils seem to lie up to 10
     * mm deeper (at the eyeball's centre of rotation) when the gaze stays on the camera; half of that is 4.
     */
    static final double ERROR_MM = 5;

    private static final double EYE_PLANE_Z =
            CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT)).z();

    /**
     * Share of its depth by which the outline moves in a nod: it is where the head curves out of sight, and slides over
     * the skin. So chosen that a nod by ±3° of 31 London portraits, turned by computation, does not change the ratio of
     * the widths on average; it then keeps to 0.0012 and not to 0.003.
     */
    private static final double OUTLINE_SHARE = 0.77;

    /** Of each point of the mesh, read so often that looking the point up takes long. */
    private static final double[] DEPTH = depths();

    private static double[] depths() {
        double[] depths = CanonicalFace.vertices().stream()
                .mapToDouble(v -> v.z() - EYE_PLANE_Z)
                .toArray();
        for (int index : FaceMesh.oval()) {
            depths[index] *= OUTLINE_SHARE;
        }
        return depths;
    }

    /** Depth of a point of the mesh. */
    double of(int meshIndex) {
        return DEPTH[meshIndex] + shiftMm;
    }
}
