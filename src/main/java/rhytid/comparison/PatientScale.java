package rhytid.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rhytid.face.Face;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.photo.Refusal;
import rhytid.quality.Reason;

/**
 * One scale for all photos of one patient. Irises tell how many millimetres lie between the patient's pupils, all
 * photos together; from then on each photo's pixels per millimetre come from its interpupillary distance, which is ten
 * times as long as an iris and known to a tenth of its relative error. So an iris misjudged in one photo can't make
 * everything in that photo look larger.
 *
 * @param interpupillaryMm between the centres of the irises
 * @param relativeError its standard error within the patient, as a share of it; it is the same for all photos, so it
 *     scales changes but makes none
 */
public record PatientScale(double interpupillaryMm, double relativeError) {

    /**
     * Eyes that look at a nearer camera turn in: at 0.6 m by 1.2 % of the interpupillary distance against infinity, at
     * 1.2 m by 0.6 %. Between two photos of a clinic about a third of a percent is left.
     */
    private static final double VERGENCE = 0.003;

    /**
     * From here on a photo whose irises and pupils tell different scales is spoken of, as a share. Under re-framing the
     * irises of a photo repeat to 0.4 % and those of one face differ by 0.8 % (benchmark: reframing), so 3 % is no
     * noise: an iris was misjudged, the gaze is off the camera, or it is another face.
     */
    private static final double WORTH_SAYING = 0.03;

    /** The patient's scale, from every photo that shows both irises; none if there is no such photo. */
    public static Optional<PatientScale> of(List<Face> faces) {
        double weights = 0;
        double sum = 0;
        for (Face face : faces) {
            OptionalDouble pixels = interpupillaryPx(face);
            if (pixels.isPresent() && face.scale().source().equals("iris")) {
                double relative = Math.max(face.scale().relativeError(), 1e-4);
                double weight = 1 / (relative * relative);
                weights += weight;
                sum += weight * face.scale().mm(pixels.getAsDouble());
            }
        }
        return weights > 0 ? Optional.of(new PatientScale(sum / weights, Math.sqrt(1 / weights))) : Optional.empty();
    }

    /** The face with this scale; as it was if an iris is hidden, so that its interpupillary distance is not known. */
    public Face lock(Face face) {
        OptionalDouble pixels = interpupillaryPx(face);
        if (pixels.isEmpty()) {
            return face;
        }
        return face.withScale(
                new MillimetreScale(pixels.getAsDouble() / interpupillaryMm, errorBetweenPhotos(face), "iris"));
    }

    /** What is to be said where a photo's irises and the distance of its pupils tell different scales. */
    Optional<Refusal> warning(Face face) {
        OptionalDouble off = disagreement(face);
        if (off.isEmpty() || Math.abs(off.getAsDouble()) < WORTH_SAYING) {
            return Optional.empty();
        }
        return Optional.of(Reason.SCALE_UNCERTAIN.refusal(100 * Math.abs(off.getAsDouble()), 100 * WORTH_SAYING));
    }

    /**
     * How far a photo's own irises are from what the locked scale says they measure, as a share: 0 where they agree.
     */
    OptionalDouble disagreement(Face face) {
        OptionalDouble pixels = interpupillaryPx(face);
        return pixels.isPresent() && face.scale().source().equals("iris")
                ? OptionalDouble.of(face.scale().mm(pixels.getAsDouble()) / interpupillaryMm - 1)
                : OptionalDouble.empty();
    }

    /** Between the irises' centres if the head faced the camera, in pixels. */
    private static OptionalDouble interpupillaryPx(Face face) {
        return face.iris(Side.RIGHT)
                .flatMap(
                        right -> face.iris(Side.LEFT).map(left -> right.centre().distanceTo(left.centre())))
                .map(seen -> OptionalDouble.of(
                        seen / Math.cos(Math.toRadians(face.pose().yaw()))))
                .orElse(OptionalDouble.empty());
    }

    private static double errorBetweenPhotos(Face face) {
        double centres = face.irises().values().stream()
                .mapToDouble(Iris::diameterErrorPx)
                .map(error -> error * error / 2)
                .sum();
        double distance = interpupillaryPx(face).orElseThrow();
        double turn = Math.tan(Math.toRadians(Math.abs(face.pose().yaw()))) * Math.toRadians(face.poseErrorDeg());
        return Math.sqrt(centres / (distance * distance) + turn * turn + VERGENCE * VERGENCE);
    }
}
