package rhytid.face;

import java.util.Optional;
import rhytid.geometry.Point;

/** The iris as the mesh has it: the start of the limbus fit, and what stands in where that fails. */
final class MeshIris {

    /** Of the iris's height, at least this much must show between the lids for its sides to be seen. */
    private static final double MIN_OPENING = 0.3;

    /** What the mesh's diameter is off by within one person, as a share of it. */
    private static final double RELATIVE_ERROR = 0.03;

    private MeshIris() {}

    /** The iris; nothing where the lids are closed over it. */
    static Optional<Iris> of(FaceLandmarks landmarks, Side side) {
        int[] rim = FaceMesh.irisRim(side);
        Point lateral = landmarks.point(rim[0]);
        Point medial = landmarks.point(rim[2]);
        double diameter = lateral.distanceTo(medial);
        if (!(diameter > 0) || opening(landmarks, side) < MIN_OPENING * diameter) {
            return Optional.empty();
        }
        Point centre = landmarks.pupil(side);
        return Optional.of(new Iris(centre, diameter, RELATIVE_ERROR * diameter, false));
    }

    /** How far the lids are apart in the eye's middle, in pixels. */
    private static double opening(FaceLandmarks landmarks, Side side) {
        int[] upper = FaceMesh.upperLid(side);
        int[] lower = FaceMesh.lowerLid(side);
        return landmarks.point(upper[upper.length / 2]).distanceTo(landmarks.point(lower[lower.length / 2]));
    }
}
