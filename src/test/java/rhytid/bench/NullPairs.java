package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rhytid.London;
import rhytid.alignment.Aligner;
import rhytid.comparison.Change;
import rhytid.comparison.ErrorModel;
import rhytid.comparison.LineChanges;
import rhytid.comparison.MeasureChanges;
import rhytid.comparison.PatientScale;
import rhytid.comparison.RegionChange;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;
import rhytid.wrinkle.PairedLines;

/**
 * Pairs in which nothing changed: London portraits retaken twice ({@link Retake}). Prints, for every measure, by how
 * much its change scatters (sd), what the photos' own standard errors had foretold (se), the between-shot standard
 * deviation of one photo that is left to explain (between: what {@code between-shot.json} takes), and how often the
 * change was called significant.
 *
 * <p>Arguments: how many portraits (default all), of how many the lines too (default none: they take seconds a pair),
 * the folder of models (default: models).
 */
final class NullPairs {

    /** The changes of one measure over all pairs. */
    private static final class Row {
        private final List<Double> changes = new ArrayList<>();
        private double foretold;
        private int significant;
        private int unknown;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final ErrorModel errors = ErrorModel.shipped();
    private int pairs;
    private int missed;

    public static void main(String[] args) {
        int portraits = args.length > 0 ? Integer.parseInt(args[0]) : Integer.MAX_VALUE;
        int withLines = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        Models models = Models.open(Path.of(args.length > 2 ? args[2] : "models"));
        NullPairs bench = new NullPairs();
        try (FaceFinder finder = new FaceFinder(models)) {
            for (Path file : London.neutral().stream().limit(portraits).toList()) {
                bench.pair(finder, file, bench.pairs < withLines);
            }
        }
        bench.print();
    }

    private void pair(FaceFinder finder, Path file, boolean lines) {
        long seed = 2L * pairs++;
        try (Photo portrait = London.read(file);
                Photo before = Retake.random(seed).of(portrait);
                Photo after = Retake.random(seed + 1).of(portrait)) {
            List<Face> one = finder.find(before);
            List<Face> two = finder.find(after);
            if (one.isEmpty() || two.isEmpty()) {
                missed++;
                return;
            }
            PatientScale scale =
                    PatientScale.of(List.of(one.getFirst(), two.getFirst())).orElseThrow();
            Face first = scale.lock(one.getFirst());
            Face second = scale.lock(two.getFirst());
            new MeasureChanges(errors)
                    .between(first, FaceMeasurement.of(first), second, FaceMeasurement.of(second))
                    .forEach(this::count);
            if (lines) {
                new LineChanges(errors)
                        .of(PairedLines.measure(
                                        before,
                                        first,
                                        after,
                                        second,
                                        Aligner.align(first, second).followUpToBaseline())
                                .regions())
                        .values()
                        .forEach(this::count);
            }
        }
    }

    private void count(MeasureKey key, Change change) {
        count(
                key.measure().group() + "." + key.measure().key(),
                change.change(),
                change.mdc95(),
                errors.betweenShots(key),
                change.significant());
    }

    private void count(RegionChange change) {
        count(
                "% lines " + change.region().key(),
                change.changePercent(),
                change.mdc95Percent(),
                100 * errors.betweenShotsOfLines(),
                change.significant());
    }

    private void count(
            String name,
            @org.jspecify.annotations.Nullable Double change,
            @org.jspecify.annotations.Nullable Double mdc95,
            double between,
            boolean significant) {
        Row row = rows.computeIfAbsent(name, k -> new Row());
        if (change == null || mdc95 == null) {
            row.unknown++;
            return;
        }
        row.changes.add(change);
        row.foretold += Math.max(0, Math.pow(mdc95 / 1.96, 2) - 2 * between * between);
        row.significant += significant ? 1 : 0;
    }

    private void print() {
        System.out.printf("%d pairs, %d without a face%n", pairs, missed);
        System.out.printf(
                "%-24s %5s %5s %8s %8s %8s %8s %8s %6s%n",
                "measure", "n", "none", "mean", "sd", "p95", "se", "between", "false%");
        int all = 0;
        int significant = 0;
        for (Map.Entry<String, Row> entry : rows.entrySet()) {
            print(entry.getKey(), entry.getValue());
            all += entry.getValue().changes.size();
            significant += entry.getValue().significant;
        }
        System.out.printf(Locale.ROOT, "called significant: %.1f %% of %d%n", 100.0 * significant / all, all);
    }

    private static void print(String name, Row row) {
        int n = row.changes.size();
        if (n == 0) {
            System.out.printf("%-24s %5d %5d%n", name, n, row.unknown);
            return;
        }
        double mean = row.changes.stream().mapToDouble(d -> d).average().orElseThrow();
        double square = row.changes.stream().mapToDouble(d -> d * d).average().orElseThrow();
        double foretold = row.foretold / n;
        double[] sorted = row.changes.stream().mapToDouble(Math::abs).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s %5d %5d %8.4f %8.4f %8.4f %8.4f %8.4f %6.1f%n",
                name,
                n,
                row.unknown,
                mean,
                Math.sqrt(square),
                sorted[(int) (0.95 * (n - 1))],
                Math.sqrt(foretold),
                Math.sqrt(Math.max(0, (square - foretold) / 2)),
                100.0 * row.significant / n);
    }
}
