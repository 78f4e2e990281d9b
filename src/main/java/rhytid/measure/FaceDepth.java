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

    /** Of each point of the mesh, read so often that looking the point up takes long. */
    private static final double[] LATERAL =
            CanonicalFace.vertices().stream().mapToDouble(v -> Math.abs(v.x())).toArray();

    private static final double[] DEPTH = CanonicalFace.vertices().stream()
            .mapToDouble(v -> v.z() - EYE_PLANE_Z)
            .toArray();

    /** Depth of a point of the mesh. */
    double of(int meshIndex) {
        return DEPTH[meshIndex] + shiftMm;
    }

    /**
     * Depth at a distance from the midline on a border of the mesh.
     *
     * @param border points of the mesh on one side of the face, from medial to lateral
     * @param offsetMm distance from the midline; beyond the border's ends the depth of the end holds
     */
    double across(int[] border, double offsetMm) {
        double offset = Math.abs(offsetMm);
        for (int i = 1; i < border.length; i++) {
            double from = lateral(border[i - 1]);
            double to = lateral(border[i]);
            if (offset <= to && to > from) {
                double share = Math.clamp((offset - from) / (to - from), 0, 1);
                return of(border[i - 1]) * (1 - share) + of(border[i]) * share;
            }
        }
        return of(border[border.length - 1]);
    }

    private static double lateral(int meshIndex) {
        return LATERAL[meshIndex];
    }
}
