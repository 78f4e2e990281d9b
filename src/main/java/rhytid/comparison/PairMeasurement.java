package rhytid.comparison;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import rhytid.alignment.Aligner;
import rhytid.alignment.Alignment;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.FaceMeasures;
import rhytid.photo.Both;
import rhytid.wrinkle.PairedLines;
import rhytid.wrinkle.PairedRegion;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/** Measures both photos of a pair, and what changed between them. */
final class PairMeasurement {

    private final MeasureChanges measureChanges;
    private final LineChanges lineChanges;

    PairMeasurement(ErrorModel errors) {
        this.measureChanges = new MeasureChanges(errors);
        this.lineChanges = new LineChanges(errors);
    }

    /** The photos pass on to what is returned; where this throws, they stay the caller's. */
    ExpressionComparison of(PhotoPair pair) {
        // What is read off the points waits for no pixels: it fills what searching lines leaves of two cores.
        ForkJoinTask<Both<FaceMeasures>> measuring = ForkJoinPool.commonPool()
                .submit(() -> new Both<>(pair.baselineFace(), pair.followUpFace()).each(FaceMeasurement::of));
        Alignment alignment = Aligner.align(pair.baselineFace(), pair.followUpFace());
        PairedLines paired = PairedLines.measure(
                pair.baseline(),
                pair.baselineFace(),
                pair.followUp(),
                pair.followUpFace(),
                alignment.followUpToBaseline());
        Map<Region, PairedRegion> lines = paired.regions();
        FaceMeasures before = measuring.join().baseline();
        FaceMeasures after = measuring.join().followUp();
        return new ExpressionComparison(
                pair.expression(),
                new Assessment(
                        pair.baseline(),
                        pair.expression(),
                        pair.baselineFace(),
                        before,
                        side(lines, PairedRegion::before),
                        Map.of(),
                        pair.baselineFit().warnings()),
                new Assessment(
                        pair.followUp(),
                        pair.expression(),
                        pair.followUpFace(),
                        after,
                        side(lines, PairedRegion::after),
                        Map.of(),
                        pair.followUpFit().warnings()),
                alignment.with(residuals(paired)),
                measureChanges.between(pair.baselineFace(), before, pair.followUpFace(), after),
                lineChanges.of(lines),
                SkinChanges.unknown());
    }

    private static Map<String, Alignment.Residual> residuals(PairedLines lines) {
        Map<String, Alignment.Residual> residuals = new LinkedHashMap<>();
        lines.misfits().forEach((region, misfit) -> {
            if (Double.isFinite(misfit.mmMedian())) {
                residuals.put(region.key(), new Alignment.Residual(misfit.mmMedian(), misfit.mmP95()));
            }
        });
        return residuals;
    }

    private static Map<Region, RegionLines> side(
            Map<Region, PairedRegion> lines, Function<PairedRegion, RegionLines> side) {
        Map<Region, RegionLines> one = new EnumMap<>(Region.class);
        lines.forEach((region, pair) -> one.put(region, side.apply(pair)));
        return one;
    }
}
