package rhytid.comparison;

import java.util.List;
import java.util.OptionalDouble;
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
 * @param nod mean of all the patient's photos, degrees
 * @param browHeight mean of all the patient's photos, mm; empty where a photo does not show both brows
 */
public record PatientPose(double pitch, double nod, OptionalDouble browHeight) {

    /**
     * Degrees that a nod is read more for brows higher by a millimetre: 31 London portraits with odd numbers, both
     * brows moved by ±1.5 and ±3 mm (248 pictures).
     */
    private static final double DRAWN_BY_BROWS = 0.139;

    /** @throws IllegalArgumentException if there is no face */
    public static PatientPose of(List<Face> faces) {
        return new PatientPose(
                mean(faces, face -> face.pose().pitch()),
                mean(faces, face -> Nod.of(face.landmarks())),
                browHeight(faces));
    }

    private static OptionalDouble browHeight(List<Face> faces) {
        List<OptionalDouble> heights =
                faces.stream().map(FaceMeasurement::browHeight).toList();
        return heights.stream().allMatch(OptionalDouble::isPresent)
                ? heights.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    private static double mean(List<Face> faces, ToDoubleFunction<Face> angle) {
        return faces.stream()
                .mapToDouble(angle)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no face to tell the patient's pose from"));
    }

    /** The face with its pitch as far from that of the patient's other photos as it was held. */
    public Face lock(Face face) {
        double nodded = Nod.of(face.landmarks()) - nod - DRAWN_BY_BROWS * raised(face);
        return face.withPose(
                new HeadPose(face.pose().yaw(), pitch + nodded, face.pose().roll()));
    }

    private double raised(Face face) {
        OptionalDouble height = FaceMeasurement.browHeight(face);
        return height.isPresent() && browHeight.isPresent() ? height.getAsDouble() - browHeight.getAsDouble() : 0;
    }
}
