package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhytid.London;
import rhytid.comparison.Change;
import rhytid.face.FaceFinder;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;

/**
 * Pairs in which nothing changed: London portraits retaken twice ({@link Retake}). How often is a change called
 * significant, and how large need one be to be seen?
 */
final class NullPairs implements Benchmark {

    /** One value of one pair. */
    private record Value(SkinTone tone, MeasureKey key, Change change) {}

    @Override
    public String name() {
        return "null-pairs";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<Path> files = LondonHalves.judged();
        List<Value> values = bench
                .crew()
                .each(
                        IntStream.range(0, bench.size().of(2 * files.size(), 10))
                                .boxed()
                                .toList(),
                        (finder, i) -> pair(finder, files.get(i % files.size()), i))
                .stream()
                .flatMap(Optional::stream)
                .flatMap(NullPairs::values)
                .toList();
        List<GoalRow> rows = new ArrayList<>();
        rows.add(GoalRow.of(
                        "null.false-significant",
                        "False “significant” on null pairs of London faces, brows, lids, mouth, symmetry",
                        Goal.atMost(5, "%", 1),
                        falseShare(values),
                        values.size())
                .anchor("nobody publishes one")
                .parts(SkinTone.parts(values, Value::tone, NullPairs::falseShare)));
        byGroup(values).forEach((group, some) -> {
            rows.add(GoalRow.of(
                    "null.false-significant." + group, "… " + group, Goal.none("%", 1), falseShare(some), some.size()));
        });
        byName(values).forEach((name, some) -> rows.add(smallestChange(name, some)));
        return rows;
    }

    /** 1.96 times the standard deviation of the change: 1.96·√2·SEM of one photo. */
    private static GoalRow smallestChange(String name, List<Value> values) {
        return GoalRow.of(
                        "null.mdc95." + name,
                        "Smallest change of " + name + " that retaking does not make in 95 of 100 cases, London",
                        Goal.atMost(1, "mm", 2),
                        smallestChange(values),
                        values.size())
                .anchor(name.startsWith("eyelids") ? "MRD1 limits of agreement ± 0.7" : "")
                .parts(SkinTone.parts(values, Value::tone, NullPairs::smallestChange));
    }

    private static double smallestChange(List<Value> values) {
        Sample changes = new Sample();
        values.forEach(v -> changes.add(Objects.requireNonNull(v.change().change())));
        return 1.96 * changes.rootMeanSquare();
    }

    /** What is measured in millimetres. */
    private static Map<String, List<Value>> byName(List<Value> values) {
        Map<String, List<Value>> names = new TreeMap<>();
        values.stream()
                .filter(v -> v.key().measure().unit().equals("mm"))
                .forEach(v -> names.computeIfAbsent(
                                v.key().measure().group() + "."
                                        + v.key().measure().key(),
                                n -> new ArrayList<>())
                        .add(v));
        return names;
    }

    private static Optional<MeasuredPair> pair(FaceFinder finder, Path file, int seed) {
        try (Photo portrait = London.read(file);
                Photo before = Retake.random(2L * seed).of(portrait);
                Photo after = Retake.random(2L * seed + 1).of(portrait)) {
            return MeasuredPair.of(finder, before, after, false);
        }
    }

    private static Stream<Value> values(MeasuredPair pair) {
        return pair.measures().entrySet().stream()
                .filter(e -> e.getValue().change() != null)
                .map(e -> new Value(pair.tone(), e.getKey(), e.getValue()));
    }

    private static Map<String, List<Value>> byGroup(List<Value> values) {
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        values.forEach(v -> groups.computeIfAbsent(v.key().measure().group(), g -> new ArrayList<>())
                .add(v));
        return groups;
    }

    private static double falseShare(List<Value> values) {
        return 100.0 * values.stream().filter(v -> v.change().significant()).count() / values.size();
    }
}
