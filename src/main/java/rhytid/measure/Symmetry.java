package rhytid.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rhytid.face.FaceMesh;
import rhytid.face.Side;

/**
 * Differences between the sides, signed: the subject's left − right, in mm along the facial midline. The index is their
 * root mean square, over the heights of the brow at its three places, MRD1 and the commissures.
 */
final class Symmetry {

    /** The index speaks for the whole face: of its five differences this many must be known. */
    private static final int INDEX_NEEDS = 4;

    private Symmetry() {}

    static void read(FaceGeometry face, Readings readings) {
        Midline midline = Midline.of(face);
        Optional<Double> medial = brow(face, midline, Measure.BROW_MEDIAL);
        Optional<Double> pupil = brow(face, midline, Measure.BROW_PUPIL);
        Optional<Double> lateral = brow(face, midline, Measure.BROW_LATERAL);
        Optional<Double> mrd1 = difference(side -> face.sees(side) ? Eyelids.mrd1(face, side) : Optional.empty());
        Optional<Double> commissure =
                difference(side -> Optional.of(midline.height(face.mesh(FaceMesh.commissure(side)))));

        put(readings, Measure.SYMMETRY_BROW_PUPIL, pupil, Measure.BROW_PUPIL);
        put(readings, Measure.SYMMETRY_BROW_LATERAL, lateral, Measure.BROW_LATERAL);
        put(readings, Measure.SYMMETRY_MRD1, mrd1, Measure.MRD1);
        put(readings, Measure.SYMMETRY_COMMISSURE, commissure, Measure.COMMISSURE_HEIGHT);
        List<Double> known = new ArrayList<>();
        List.of(medial, pupil, lateral, mrd1, commissure).forEach(d -> d.ifPresent(known::add));
        readings.put(
                Measure.SYMMETRY_INDEX,
                null,
                known.size() < INDEX_NEEDS ? Optional.empty() : Optional.of(rootMeanSquare(known)),
                "too few places could be compared between the sides");
    }

    private static void put(Readings readings, Measure symmetry, Optional<Double> difference, Measure of) {
        readings.put(symmetry, null, difference, readings.lacking(of).orElse("the two sides could not be compared"));
    }

    private static Optional<Double> brow(FaceGeometry face, Midline midline, Measure height) {
        return difference(side -> Brows.place(face, height, side).map(midline::height));
    }

    private static Optional<Double> difference(Function<Side, Optional<Double>> reading) {
        return reading.apply(Side.LEFT)
                .flatMap(left -> reading.apply(Side.RIGHT).map(right -> left - right));
    }

    private static double rootMeanSquare(List<Double> values) {
        return Math.sqrt(values.stream().mapToDouble(v -> v * v).average().orElseThrow());
    }
}
