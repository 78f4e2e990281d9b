package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Path> files = Pictures.spread(London.neutral(), bench.size().of(62, 10));
        List<Value> values = bench
                .crew()
                .each(IntStream.range(0, files.size()).boxed().toList(), (finder, i) -> pair(finder, files.get(i), i))
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
                    "null.false-significant." + group,
                    "… " + group,
                    Goal.atMost(5, "%", 1),
                    falseShare(some),
                    some.size()));
        });
        return rows;
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
