package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rhytid.London;
import rhytid.comparison.Change;
import rhytid.comparison.ErrorModel;
import rhytid.comparison.MeasureChanges;
import rhytid.comparison.PatientScale;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.face.Side;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;

/**
 * Brows of London portraits moved by a known distance ({@link PictureWarp}), the photo then retaken ({@link Retake}):
 * how far what is measured is from the truth, on the brow that moved and on the one that did not. Arguments: how many
 * portraits (default 12), the folder of models (default: models).
 */
final class BrowWarps {

    private static final double[] MOVES_MM = {-3, -1.5, 1.5, 3};

    private static final List<Measure> HEIGHTS = List.of(Measure.BROW_MEDIAL, Measure.BROW_PUPIL, Measure.BROW_LATERAL);

    public static void main(String[] args) {
        int portraits = args.length > 0 ? Integer.parseInt(args[0]) : 12;
        Models models = Models.open(Path.of(args.length > 1 ? args[1] : "models"));
        List<String> lines = new ArrayList<>();
        double[] moved = new double[HEIGHTS.size()];
        double[] still = new double[HEIGHTS.size()];
        int[] counts = new int[3];
        List<Path> files = London.neutral();
        try (FaceFinder finder = new FaceFinder(models)) {
            for (int i = 0; i < portraits; i++) {
                double mm = MOVES_MM[i % MOVES_MM.length];
                Side side = i % 2 == 0 ? Side.RIGHT : Side.LEFT;
                try (Photo portrait = London.read(files.get(i * files.size() / portraits))) {
                    Face face = finder.find(portrait).getFirst();
                    try (Photo warped = PictureWarp.browMoved(portrait, face, side, mm);
                            Photo retaken = Retake.random(i).of(warped)) {
                        Face after = finder.find(retaken).getFirst();
                        PatientScale scale =
                                PatientScale.of(List.of(face, after)).orElseThrow();
                        Face one = scale.lock(face);
                        Face two = scale.lock(after);
                        // The warp moved pixels by the photo's own scale; the truth in the patient's is this.
                        double truth = mm * face.scale().pxPerMm() / one.scale().pxPerMm();
                        var changes = new MeasureChanges(ErrorModel.shipped())
                                .between(one, FaceMeasurement.of(one), two, FaceMeasurement.of(two));
                        for (int h = 0; h < HEIGHTS.size(); h++) {
                            Change there = changes.get(new MeasureKey(HEIGHTS.get(h), side));
                            Change here = changes.get(new MeasureKey(HEIGHTS.get(h), side.other()));
                            if (there == null || here == null || there.change() == null || here.change() == null) {
                                continue;
                            }
                            moved[h] += Math.abs(there.change() - truth);
                            still[h] += Math.abs(here.change());
                            counts[h]++;
                            lines.add(String.format(
                                    Locale.ROOT,
                                    "%s %s %s truth %.2f measured %.2f ci %.2f..%.2f mdc %.2f, other side %.2f",
                                    portrait.info().name(),
                                    side,
                                    HEIGHTS.get(h),
                                    truth,
                                    there.change(),
                                    there.ciLow(),
                                    there.ciHigh(),
                                    there.mdc95(),
                                    here.change()));
                        }
                    }
                }
            }
        }
        lines.forEach(System.out::println);
        for (int h = 0; h < HEIGHTS.size(); h++) {
            System.out.printf(
                    Locale.ROOT,
                    "%s mean absolute error, mm: moved %.3f, still %.3f (n = %d)%n",
                    HEIGHTS.get(h),
                    moved[h] / counts[h],
                    still[h] / counts[h],
                    counts[h]);
        }
    }
}
