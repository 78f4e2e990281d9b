package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rhytid.London;
import rhytid.comparison.Change;
import rhytid.comparison.Comparer;
import rhytid.comparison.Comparison;
import rhytid.comparison.ErrorModel;
import rhytid.comparison.ExpressionComparison;
import rhytid.comparison.Progress;
import rhytid.comparison.RegionChange;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;

/**
 * Pairs in which nothing changed: each London portrait retaken twice ({@link Retake}). Prints, for every measure, by
 * how much its change scatters, what its standard errors had foretold, and how often it was called significant.
 */
final class NullPairs {

    /** The changes of one measure over all pairs. */
    private static final class Row {
        private final List<Double> changes = new ArrayList<>();
        private final List<Double> photoErrors = new ArrayList<>();
        private int significant;
        private int unknown;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final ErrorModel errors = ErrorModel.shipped();
    private int refused;
    private int pairs;

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        Models models = args.length > 1 ? Models.open(Path.of(args[1])) : London.models();
        NullPairs bench = new NullPairs();
        try (FaceFinder finder = new FaceFinder(models)) {
            Comparer comparer = new Comparer(finder, models);
            for (int round = 0; round < rounds; round++) {
                for (Path file : London.neutral()) {
                    bench.pair(comparer, file, 1000L * round + bench.pairs);
                }
            }
        }
        bench.print();
    }

    private void pair(Comparer comparer, Path file, long seed) {
        try (Photo portrait = London.read(file)) {
            Photo before = Retake.random(2 * seed).of(portrait);
            Photo after = Retake.random(2 * seed + 1).of(portrait);
            try (Comparison comparison =
                    comparer.compare(Map.of(Expression.REST, before), Map.of(Expression.REST, after), Progress.NONE)) {
                pairs++;
                ExpressionComparison rest = comparison.expressions().get(Expression.REST);
                if (rest == null) {
                    refused++;
                    System.err.println(file.getFileName() + " " + comparison.refusals());
                } else {
                    rest.measures().forEach(this::count);
                    rest.wrinkles().values().forEach(this::count);
                }
            }
        }
    }

    private void count(MeasureKey key, Change change) {
        Row row =
                rows.computeIfAbsent(key.measure().group() + "." + key.measure().key(), k -> new Row());
        Double difference = change.change();
        Double mdc = change.mdc95();
        if (difference == null || mdc == null) {
            row.unknown++;
            return;
        }
        double error = mdc / 1.96;
        row.changes.add(difference);
        row.photoErrors.add(Math.max(0, error * error - 2 * Math.pow(errors.betweenShots(key), 2)));
        row.significant += change.significant() ? 1 : 0;
    }

    private void count(RegionChange change) {
        Row row = rows.computeIfAbsent("lines." + change.region().key() + " %", k -> new Row());
        Double percent = change.changePercent();
        Double mdc = change.mdc95Percent();
        if (percent == null || mdc == null) {
            row.unknown++;
            return;
        }
        row.changes.add(percent);
        row.photoErrors.add(Math.max(0, Math.pow(mdc / 1.96, 2) - 2 * Math.pow(100 * errors.betweenShotsOfLines(), 2)));
        row.significant += change.significant() ? 1 : 0;
    }

    private void print() {
        System.out.printf("%d pairs, %d refused%n", pairs, refused);
        System.out.printf(
                "%-24s %5s %5s %8s %8s %8s %8s %8s %6s%n",
                "measure", "n", "none", "mean", "sd", "p95", "se", "between", "false%");
        rows.forEach((name, row) -> {
            double n = row.changes.size();
            double sd = Math.sqrt(
                    row.changes.stream().mapToDouble(d -> d * d).average().orElse(Double.NaN));
            double mean = row.changes.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
            double se2 = row.photoErrors.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
            double[] sorted =
                    row.changes.stream().mapToDouble(Math::abs).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %5.0f %5d %8.4f %8.4f %8.4f %8.4f %8.4f %6.1f%n",
                    name,
                    n,
                    row.unknown,
                    mean,
                    sd,
                    sorted.length == 0 ? Double.NaN : sorted[(int) (0.95 * (sorted.length - 1))],
                    Math.sqrt(se2),
                    Math.sqrt(Math.max(0, (sd * sd - se2) / 2)),
                    100.0 * row.significant / n);
        });
    }
}
