package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhytid.London;
import rhytid.comparison.Change;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;

/**
 * Brows of London portraits moved by a known distance ({@link PictureWarp}), the photo then retaken ({@link Retake}):
 * how far what is measured is from the truth.
 */
final class BrowWarps implements Benchmark {

    private static final double[] MOVES_MM = {-3, -1.5, 1.5, 3};

    private static final List<Measure> HEIGHTS = List.of(Measure.BROW_MEDIAL, Measure.BROW_PUPIL, Measure.BROW_LATERAL);

    /** What came out of one place of one brow. */
    private record Reading(SkinTone tone, Measure height, double truthMm, Change change) {
        double error() {
            Double measured = change.change();
            return measured == null ? Double.NaN : Math.abs(measured - truthMm);
        }
    }

    @Override
    public String name() {
        return "brows";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<Path> files = Pictures.spread(London.neutral(), bench.size().of(24, 8));
        List<Reading> readings = bench
                .crew()
                .each(IntStream.range(0, files.size()).boxed().toList(), (finder, i) -> one(finder, files.get(i), i))
                .stream()
                .flatMap(List::stream)
                .toList();
        List<GoalRow> rows = new ArrayList<>();
        for (Measure height : HEIGHTS) {
            List<Reading> some =
                    readings.stream().filter(r -> r.height() == height).toList();
            rows.add(GoalRow.of(
                            "brow-moved." + height.key(),
                            "One brow of a London face moved by ±1.5 and ±3 mm, mean absolute error, " + height.key(),
                            Goal.atMost(0.3, "mm", 2),
                            meanError(some),
                            some.size())
                    .anchor("2D photogrammetry TEM 0.36")
                    .parts(SkinTone.parts(some, Reading::tone, BrowWarps::meanError)));
        }
        return rows;
    }

    private static double meanError(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::error).average().orElse(Double.NaN);
    }

    private static List<Reading> one(FaceFinder finder, Path file, int i) {
        double mm = MOVES_MM[i % MOVES_MM.length];
        Side side = i % 2 == 0 ? Side.RIGHT : Side.LEFT;
        try (Photo portrait = London.read(file)) {
            Face face = finder.find(portrait).getFirst();
            try (Photo warped = PictureWarp.browMoved(portrait, face, side, mm);
                    Photo retaken = Retake.random(i).of(warped)) {
                Optional<MeasuredPair> pair = MeasuredPair.of(finder, portrait, retaken, false);
                return pair.stream()
                        .flatMap(p -> readings(p, side, mm * face.scale().pxPerMm()))
                        .toList();
            }
        }
    }

    /** The warp moved pixels; what that is in the patient's millimetres is the truth. */
    private static Stream<Reading> readings(MeasuredPair pair, Side side, double movedPx) {
        double truth = movedPx / pair.before().scale().pxPerMm();
        return HEIGHTS.stream()
                .map(height -> new Reading(
                        pair.tone(),
                        height,
                        truth,
                        pair.measures().getOrDefault(new MeasureKey(height, side), Change.unknown("mm", "none"))))
                .filter(reading -> reading.change().change() != null);
    }
}
