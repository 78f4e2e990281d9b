package rhytid.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rhytid.face.Face;
import rhytid.face.HeadPose;
import rhytid.face.Nod;
import rhytid.measure.FaceMeasurement;

/**
 * How a patient's head nods from one photo to another: what the photos differ by is told by {@link Nod}. What they
 * share is left as the pose was read, since the patient's own features are in it: a long nose looks like a nod. Brows
 * that stand higher draw the network's points along, as if the head looked up; that is taken out where all photos show
 * them.
 *
 * @param pitch mean of all the patient's photos, degrees
 * @param nod mean of all the patient's photos, degrees, less what their brows draw it along where those are seen
 * @param browsSeen whether all the patient's photos show both brows
 */
public record PatientPose(double pitch, double nod, boolean browsSeen) {

    /**
     * Degrees that a nod is read more for brows higher by a millimetre: 31 London portraits with odd numbers, both
     * brows moved by ±1.5 and ±3 mm (248 pictures).
     */
    private static final double DRAWN_BY_BROWS = 0.139;

    /** @throws IllegalArgumentException if there is no face */
    public static PatientPose of(List<Face> faces) {
        boolean browsSeen =
                faces.stream().allMatch(face -> FaceMeasurement.browHeight(face).isPresent());
        return new PatientPose(
                mean(faces, face -> face.pose().pitch()), mean(faces, face -> nod(face, browsSeen)), browsSeen);
    }

    private static double nod(Face face, boolean browsSeen) {
        double read = Nod.of(face.landmarks());
        return browsSeen
                ? read - DRAWN_BY_BROWS * FaceMeasurement.browHeight(face).orElseThrow()
                : read;
    }

    private static double mean(List<Face> faces, ToDoubleFunction<Face> angle) {
        return faces.stream()
                .mapToDouble(angle)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no face to tell the patient's pose from"));
    }

    /** One of the faces, with its pitch as far from that of the patient's other photos as it was held. */
    public Face lock(Face face) {
        double nodded = nod(face, browsSeen) - nod;
        return face.withPose(
                new HeadPose(face.pose().yaw(), pitch + nodded, face.pose().roll()));
    }
}
