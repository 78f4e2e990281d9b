package rhytid.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import rhytid.face.Face;
import rhytid.face.Side;

/**
 * Measures a face. Each standard error is what the measure would scatter by if the same person were photographed and
 * measured again: every source of {@link FaceNoise} is moved by one standard error either way, the face is measured
 * anew, and what it differs by then adds up in squares.
 */
public final class FaceMeasurement {

    private FaceMeasurement() {}

    /** Every {@link Measure} of the face; what can't be measured is there with its reason. */
    public static FaceMeasures of(Face face) {
        Map<MeasureKey, Estimate> read = Readings.of(face, FaceDepth.MEAN).values();
        Map<MeasureKey, Double> errors = errors(face);
        Map<MeasureKey, Estimate> measures = new LinkedHashMap<>();
        read.forEach((key, estimate) -> measures.put(
                key, estimate.isKnown() ? Estimate.of(estimate.value(), errors.getOrDefault(key, 0.0)) : estimate));
        return new FaceMeasures(measures);
    }

    /** How high the brows stand over the pupils, mean of both sides, mm; empty where one was not seen. */
    public static OptionalDouble browHeight(Face face) {
        FaceGeometry geometry = FaceGeometry.of(face, FaceDepth.MEAN);
        return Brows.place(geometry, Measure.BROW_PUPIL, Side.RIGHT)
                .flatMap(right -> Brows.place(geometry, Measure.BROW_PUPIL, Side.LEFT)
                        .map(left -> OptionalDouble.of((right.y() + left.y()) / 2)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * How uncertain each change between two faces of one person is because their depths are not known: nothing where
     * both hold the head alike, more the more they differ.
     *
     * @return standard error of (second − first), for what is known in both
     */
    public static Map<MeasureKey, Double> depthErrorOfChange(Face first, Face second) {
        FaceDepth deeper = new FaceDepth(FaceDepth.ERROR_MM);
        Readings plain1 = Readings.of(first, FaceDepth.MEAN);
        Readings plain2 = Readings.of(second, FaceDepth.MEAN);
        Readings moved1 = Readings.of(first, deeper);
        Readings moved2 = Readings.of(second, deeper);
        Map<MeasureKey, Double> errors = new LinkedHashMap<>();
        for (MeasureKey key : plain1.values().keySet()) {
            OptionalDouble plain = difference(plain1, plain2, key);
            OptionalDouble moved = difference(moved1, moved2, key);
            if (plain.isPresent() && moved.isPresent()) {
                errors.put(key, Math.abs(moved.getAsDouble() - plain.getAsDouble()));
            }
        }
        return errors;
    }

    private static Map<MeasureKey, Double> errors(Face face) {
        Readings plain = Readings.of(face, FaceDepth.MEAN);
        Map<MeasureKey, Double> errors = new LinkedHashMap<>();
        for (NoiseSource source : FaceNoise.sourcesOf(face)) {
            for (double by : NoiseSource.EITHER_WAY) {
                Readings moved = Readings.of(source.moved().apply(by), FaceDepth.MEAN);
                for (MeasureKey key : plain.values().keySet()) {
                    difference(plain, moved, key)
                            .ifPresent(d -> errors.merge(key, d * d / NoiseSource.EITHER_WAY.length, Double::sum));
                }
            }
        }
        errors.replaceAll((key, variance) -> Math.sqrt(variance));
        return errors;
    }

    private static OptionalDouble difference(Readings from, Readings to, MeasureKey key) {
        OptionalDouble a = from.value(key);
        OptionalDouble b = to.value(key);
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(b.getAsDouble() - a.getAsDouble())
                : OptionalDouble.empty();
    }
}
