package rhytid.quality;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rhytid.face.Face;
import rhytid.face.MillimetreScale;

/**
 * Whether two faces can belong to one person, as far as distances tell that neither a treatment nor an expression
 * changes. Each is taken as a share of the interpupillary distance, and differences are counted in standard deviations
 * of one person's photos. It notices a mix-up of photos by chance only: many people share these proportions.
 */
final class SamePerson {

    /**
     * A distance between two points of the mesh.
     *
     * @param spread standard deviation between photos of one person (neutral and smiling), as a share of the
     *     interpupillary distance; from 16 people of the London set, November 2026
     */
    private record Proportion(ToDoubleFunction<Face> share, double spread) {}

    private static final List<Proportion> PROPORTIONS = List.of(
            new Proportion(face -> between(face, 33, 263), 0.006),
            new Proportion(face -> between(face, 133, 362), 0.0035),
            new Proportion(face -> between(face, 116, 345), 0.012),
            new Proportion(face -> between(face, 234, 454), 0.018),
            new Proportion(face -> between(face, 168, 2), 0.013),
            new Proportion(face -> between(face, 6, 4), 0.0125),
            new Proportion(face -> between(face, 129, 358), 0.0133),
            new Proportion(SamePerson::iris, 0.003));

    private SamePerson() {}

    /** Mean squared difference in standard deviations: about 1 for one person. */
    static double difference(Face before, Face after) {
        double sum = 0;
        for (Proportion proportion : PROPORTIONS) {
            double difference = proportion.share().applyAsDouble(before)
                    - proportion.share().applyAsDouble(after);
            sum += Math.pow(difference / proportion.spread(), 2) / 2;
        }
        return sum / PROPORTIONS.size();
    }

    static void judge(GateLimits limits, Face before, Face after, Objections objections) {
        objections.judge(
                Reason.DIFFERENT_PERSON,
                difference(before, after),
                limits.warnPersonDifference(),
                limits.maxPersonDifference());
    }

    private static double between(Face face, int one, int other) {
        return face.landmarks().point(one).distanceTo(face.landmarks().point(other))
                / face.landmarks().interpupillaryPx();
    }

    static double iris(Face face) {
        return face.scale().pixels(MillimetreScale.IRIS_DIAMETER_MM)
                / face.landmarks().interpupillaryPx();
    }
}
