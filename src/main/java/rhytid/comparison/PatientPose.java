package rhytid.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rhytid.face.Face;
import rhytid.face.HeadPose;
import rhytid.face.Nod;

/**
 * How a patient's head nods from one photo to another. What the photos differ by is told by {@link Nod} and made up for
 * what the landmark network hides of it: it draws a nodding head a part of the way back to how heads are mostly held.
 * What the photos share is left as the pose was read, since the patient's own features are in it: a long nose looks
 * like a nod.
 *
 * @param pitch mean of all the patient's photos, degrees
 * @param nod mean of all the patient's photos, degrees
 */
public record PatientPose(double pitch, double nod) {

    /**
     * Share of a nod that the network's points show, against the same points moved exactly, on 31 London portraits
     * turned by ±3° (0.743 ± 0.06 against 0.876, November 2026). On phantoms it is 0.98 of a nod; brow heights there
     * were most exact for 0.77 to 0.83.
     */
    private static final double FOLLOWED = 0.85;

    /** @throws IllegalArgumentException if there is no face */
    public static PatientPose of(List<Face> faces) {
        return new PatientPose(mean(faces, face -> face.pose().pitch()), mean(faces, face -> Nod.of(face.landmarks())));
    }

    private static double mean(List<Face> faces, ToDoubleFunction<Face> angle) {
        return faces.stream()
                .mapToDouble(angle)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no face to tell the patient's pose from"));
    }

    /** The face with its pitch as far from that of the patient's other photos as it was held. */
    public Face lock(Face face) {
        double nodded = (Nod.of(face.landmarks()) - nod) / FOLLOWED;
        return new Face(
                face.landmarks(),
                new HeadPose(face.pose().yaw(), pitch + nodded, face.pose().roll()),
                face.poseErrorDeg(),
                face.irises(),
                face.upperLids(),
                face.lowerLids(),
                face.upperBrows(),
                face.browEnds(),
                face.scale());
    }
}
