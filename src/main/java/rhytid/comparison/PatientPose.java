package rhytid.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rhytid.face.Face;
import rhytid.face.HeadPose;
import rhytid.face.Nod;

/**
 * How a patient's head nods from one photo to another: what the photos differ by is told by {@link Nod}. What they
 * share is left as the pose was read, since the patient's own features are in it: a long nose looks like a nod.
 *
 * @param pitch mean of all the patient's photos, degrees
 * @param nod mean of all the patient's photos, degrees
 */
public record PatientPose(double pitch, double nod) {

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
        double nodded = Nod.of(face.landmarks()) - nod;
        return face.withPose(
                new HeadPose(face.pose().yaw(), pitch + nodded, face.pose().roll()));
    }
}
