package rhytid.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rhytid.alignment.Alignment;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.FaceMeasures;
import rhytid.photo.Photo;

/** Measures both photos of a pair, and what changed between them. */
final class PairMeasurement {

    private final MeasureChanges changes;

    PairMeasurement(ErrorModel errors) {
        this.changes = new MeasureChanges(errors);
    }

    /** The photos pass on to what is returned; where this throws, they stay the caller's. */
    ExpressionComparison of(PhotoPair pair) {
        FaceMeasures before = FaceMeasurement.of(pair.baselineFace());
        FaceMeasures after = FaceMeasurement.of(pair.followUpFace());
        return new ExpressionComparison(
                pair.expression(),
                assessment(pair.baseline(), pair.expression(), pair.baselineFace(), before),
                assessment(pair.followUp(), pair.expression(), pair.followUpFace(), after),
                alignment(pair.baselineFace(), pair.followUpFace()),
                changes.between(pair.baselineFace(), before, pair.followUpFace(), after),
                Map.of(),
                Map.of());
    }

    private static Assessment assessment(Photo photo, Expression expression, Face face, FaceMeasures measures) {
        return new Assessment(photo, expression, face, measures, Map.of(), Map.of(), List.of());
    }

    private static Alignment alignment(Face baseline, Face followUp) {
        List<Point> to = baseline.landmarks().points(FaceMesh.stable());
        List<Point> from = followUp.landmarks().points(FaceMesh.stable());
        Affine map = Affine.fitSimilarity(from, to);
        double[] residuals = IntStream.range(0, to.size())
                .mapToDouble(i -> map.apply(from.get(i)).distanceTo(to.get(i)))
                .map(baseline.scale()::mm)
                .sorted()
                .toArray();
        return new Alignment(
                map, residuals[residuals.length / 2], residuals[(int) Math.ceil(0.95 * (residuals.length - 1))]);
    }
}
