package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import rhytid.London;
import rhytid.comparison.ErrorModel;
import rhytid.face.FaceFinder;
import rhytid.face.LookPlan;
import rhytid.face.Models;
import rhytid.photo.Photo;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Estimates what {@code between-shot.json} holds and writes it: {@code mvn -q -Pbench process-test-classes
 * -Dbench.main=rhytid.bench.BetweenShots}. London faces with odd numbers and phantoms with seeds below
 * {@link PhantomPairs#JUDGED_FROM} are measured; {@link NullPairs}, {@link KnownMoves} and {@link PhantomGoals} judge
 * on others.
 */
final class BetweenShots {

    private static final Path FILE = Path.of("src/main/resources/rhytid/comparison/between-shot.json");

    private static final int NULL_PAIRS = 62;
    private static final int MOVED_FACES = 12;
    private static final int PHANTOMS = 15;
    private static final int RETAKES = 3;
    private static final int MOVING_PHANTOMS = 24;

    private BetweenShots() {}

    /** @throws IOException if the file cannot be written */
    public static void main(String[] args) throws IOException {
        opencv_core.setNumThreads(1);
        List<List<Trial>> sets = new ArrayList<>();
        try (Crew crew = new Crew(Models.open(Path.of("models")), LookPlan.THOROUGH)) {
            sets.add(london(crew));
            sets.add(phantoms(crew));
        }
        csv(sets);
        Map<String, ErrorModel.Terms> terms = new TreeMap<>();
        names(sets)
                .forEach(name -> terms.put(
                        name,
                        TermsFit.of(sets.stream()
                                .map(set -> set.stream()
                                        .filter(t -> t.name().equals(name))
                                        .toList())
                                .filter(set -> !set.isEmpty())
                                .toList())));
        write(terms);
        terms.forEach((name, t) -> System.out.println(name + " " + t));
        System.exit(0);
    }

    private static List<Trial> london(Crew crew) {
        List<Path> files = LondonHalves.estimatedOn();
        List<Trial> trials = new ArrayList<>();
        crew.each(
                        IntStream.range(0, NULL_PAIRS).boxed().toList(),
                        (finder, i) -> nothingChanged(finder, files.get(i % files.size()), i))
                .forEach(trials::addAll);
        trials.addAll(KnownMoves.of(crew, Pictures.spread(files, MOVED_FACES)));
        return trials;
    }

    private static List<Trial> nothingChanged(FaceFinder finder, Path file, int i) {
        try (Photo portrait = London.read(file);
                Photo before = Retake.random(100_000 + 2L * i).of(portrait);
                Photo after = Retake.random(100_001 + 2L * i).of(portrait)) {
            return MeasuredPair.of(finder, before, after, true)
                    .map(Trial::ofNull)
                    .orElse(List.of());
        }
    }

    private static List<Trial> phantoms(Crew crew) {
        List<Trial> trials = new ArrayList<>();
        crew.each(
                        IntStream.range(0, PHANTOMS).boxed().toList(),
                        (finder, seed) -> PhantomPairs.of(finder, seed, RETAKES, 1))
                .forEach(known -> known.forEach(k -> trials.addAll(Trial.of(k))));
        crew.each(
                        IntStream.range(0, MOVING_PHANTOMS).boxed().toList(),
                        (finder, seed) -> PhantomPairs.moving(finder, seed, 2))
                .forEach(moved -> moved.forEach(m -> Trial.of(m).ifPresent(trials::add)));
        return trials;
    }

    private static List<String> names(List<List<Trial>> sets) {
        return sets.stream().flatMap(List::stream).map(Trial::name).distinct().toList();
    }

    /** The trials, for whoever wants to look at them. */
    private static void csv(List<List<Trial>> sets) throws IOException {
        StringBuilder csv = new StringBuilder("set,name,tone,truth,measured,low,high,own,depth\n");
        for (int i = 0; i < sets.size(); i++) {
            for (Trial t : sets.get(i)) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.5f,%.5f,%.5f,%.5f,%.5f,%.5f%n",
                        i == 0 ? "london" : "phantom",
                        t.name(),
                        t.tone().name(),
                        t.truth(),
                        t.measured(),
                        t.low(),
                        t.high(),
                        t.ownError(),
                        t.depthError()));
            }
        }
        Path file = Path.of("target", "bench", "trials.csv");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, csv);
    }

    private static void write(Map<String, ErrorModel.Terms> terms) throws IOException {
        Map<String, Object> measures = new LinkedHashMap<>();
        terms.forEach((name, t) -> measures.put(
                name,
                Map.of(
                        "own",
                        rounded(t.own()),
                        "betweenShots",
                        rounded(t.betweenShots()),
                        "ofChange",
                        rounded(t.ofChange()))));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("about", about());
        root.put("measures", measures);
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(root);
        Files.writeString(FILE, json + "\n");
    }

    private static String about() {
        return "How the error of a change follows from those of two photos: own × their standard errors, betweenShots a"
                + " photo, ofChange × the change (mm; ratios and lines as shares). Estimated on "
                + LocalDate.now(ZoneOffset.UTC)
                + " by rhytid.bench.BetweenShots, with the shipped models, on pairs whose truth is known: " + NULL_PAIRS
                + " null pairs and " + MOVED_FACES + " faces with brows, lids and mouth corners moved, of the 31"
                + " odd-numbered neutral portraits of the Face Research Lab London Set, retaken by computation; "
                + PHANTOMS + " phantoms, each photographed before and after a treatment and retaken " + RETAKES
                + " times, and " + MOVING_PHANTOMS
                + " that raise their brows, frown and smile on two days. Both kinds count alike. So chosen that 95 % of"
                + " these pairs' intervals hold the truth, and no less than 93 % of either kind's. Retakes by computation show neither muscle tone nor posture:"
                + " retakes of living people are to replace them.";
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
