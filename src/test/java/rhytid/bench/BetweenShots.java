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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import rhytid.London;
import rhytid.comparison.ErrorModel;
import rhytid.face.FaceFinder;
import rhytid.face.LookPlan;
import rhytid.face.Models;
import rhytid.photo.Photo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Estimates what {@code between-shot.json} holds and writes it: {@code mvn -q -Pbench process-test-classes
 * -Dbench.main=rhytid.bench.BetweenShots}; with names of measures or of their groups as arguments, {@code geometry} for
 * all but lines, only those, and the others are kept as they are, with the day they were estimated on. Whoever changes
 * the pictures, estimates all anew: what the file says about them is of all. London faces with odd numbers and phantoms
 * with seeds below {@link PhantomPairs#JUDGED_FROM} are measured; {@link NullPairs}, {@link KnownMoves} and
 * {@link PhantomGoals} judge on others.
 */
final class BetweenShots {

    private static final Path FILE = Path.of("src/main/resources/rhytid/comparison/between-shot.json");

    /** All that is read at places of the face. */
    private static final String GEOMETRY = "geometry";

    private static final int NULL_PAIRS = 62;
    private static final int MOVED_FACES = 12;

    /** Retakes of one phantom err alike: many phantoms retaken once say more than few retaken often. */
    private static final int PHANTOMS = 150;

    /** Of these the lines too: they take ten times as long as the rest, and have pairs of their own. */
    private static final int PHANTOMS_WITH_LINES = 15;

    private static final int MOVING_PHANTOMS = 24;

    /** Those that lines were tuned on. */
    private static final long FIRST_LINED_PHANTOM = 900;

    private static final int LINED_PHANTOMS = 12;
    private static final int LINED_FACES = 14;

    private final Predicate<String> wanted;
    private final boolean lines;

    private BetweenShots(Predicate<String> wanted) {
        this.wanted = wanted;
        this.lines = wanted.test("lines.lineIndex");
    }

    /**
     * @param args what is estimated; everything if empty
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        opencv_core.setNumThreads(1);
        new BetweenShots(wanted(List.of(args))).run();
        System.exit(0);
    }

    /** @throws IllegalArgumentException if an argument names no measure that has terms */
    static Predicate<String> wanted(List<String> arguments) throws IOException {
        List<String> names = new ArrayList<>(shipped().path("measures").propertyNames());
        arguments.forEach(argument -> {
            if (names.stream().noneMatch(name -> isNamed(name, argument))) {
                throw new IllegalArgumentException(
                        argument + ": neither " + GEOMETRY + " nor a group or one of " + names);
            }
        });
        return name -> arguments.isEmpty() || arguments.stream().anyMatch(argument -> isNamed(name, argument));
    }

    private static boolean isNamed(String name, String argument) {
        return name.equals(argument)
                || name.startsWith(argument + ".")
                || argument.equals(GEOMETRY) && !name.startsWith(Trial.LINES + ".");
    }

    private void run() throws IOException {
        List<List<Trial>> sets = new ArrayList<>();
        try (Crew crew = new Crew(Models.open(Path.of("models")), LookPlan.THOROUGH)) {
            sets.add(london(crew));
            sets.add(phantoms(crew));
            if (lines) {
                sets.add(lined(crew));
            }
        }
        csv(sets);
        Map<String, ErrorModel.Terms> terms = new TreeMap<>();
        names(sets).stream()
                .filter(wanted)
                .forEach(name -> terms.put(
                        name,
                        TermsFit.of(sets.stream()
                                .map(set -> set.stream()
                                        .filter(t -> t.name().equals(name))
                                        .toList())
                                .filter(set -> !set.isEmpty())
                                .toList())));
        Files.writeString(FILE, written(shipped(), terms, LocalDate.now(ZoneOffset.UTC)));
        terms.forEach((name, t) -> System.out.println(name + " " + t));
    }

    private List<Trial> london(Crew crew) {
        List<Path> files = LondonHalves.estimatedOn();
        List<Trial> trials = new ArrayList<>();
        crew.each(
                        IntStream.range(0, NULL_PAIRS).boxed().toList(),
                        (finder, i) -> nothingChanged(finder, files.get(i % files.size()), i))
                .forEach(trials::addAll);
        trials.addAll(KnownMoves.of(crew, Pictures.spread(files, MOVED_FACES)));
        return trials;
    }

    private List<Trial> nothingChanged(FaceFinder finder, Path file, int i) {
        try (Photo portrait = London.read(file);
                Photo before = Retake.random(100_000 + 2L * i).of(portrait);
                Photo after = Retake.random(100_001 + 2L * i).of(portrait)) {
            return MeasuredPair.of(finder, before, after, lines)
                    .map(Trial::ofNull)
                    .orElse(List.of());
        }
    }

    private List<Trial> phantoms(Crew crew) {
        List<Trial> trials = new ArrayList<>();
        crew.each(
                        IntStream.range(0, PHANTOMS).boxed().toList(),
                        (finder, seed) -> PhantomPairs.of(finder, seed, 1, lines && seed < PHANTOMS_WITH_LINES ? 1 : 0))
                .forEach(known -> known.forEach(k -> trials.addAll(Trial.of(k))));
        crew.each(
                        IntStream.range(0, MOVING_PHANTOMS).boxed().toList(),
                        (finder, seed) -> PhantomPairs.moving(finder, seed, 2))
                .forEach(moved -> moved.forEach(m -> Trial.of(m).ifPresent(trials::add)));
        return trials;
    }

    /** Lines of every kind of pair that {@link LineGoals} judges, of other people. */
    private static List<Trial> lined(Crew crew) {
        List<Path> portraits = Pictures.spread(LondonHalves.estimatedOn(), LINED_FACES);
        return LinePair.each(
                crew,
                FIRST_LINED_PHANTOM,
                LINED_PHANTOMS,
                portraits,
                (finder, pair) -> MeasuredPair.of(finder, pair.before(), pair.after(), true)
                        .map(measured -> Trial.of(pair, measured))
                        .orElse(List.of()));
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
                        List.of("london", "phantom", "lined").get(i),
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

    /**
     * The file's new text: the terms that were estimated, and what else was in it.
     *
     * @param shipped the file as it was
     */
    static String written(JsonNode shipped, Map<String, ErrorModel.Terms> estimated, LocalDate day) {
        Map<String, Object> measures = new TreeMap<>();
        shipped.path("measures").properties().forEach(kept -> measures.put(kept.getKey(), kept.getValue()));
        estimated.forEach((name, t) -> measures.put(
                name,
                Map.of(
                        "estimated",
                        day.toString(),
                        "own",
                        rounded(t.own()),
                        "betweenShots",
                        rounded(t.betweenShots()),
                        "ofChange",
                        rounded(t.ofChange()))));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("about", about());
        root.put("measures", measures);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(root)
                + "\n";
    }

    private static JsonNode shipped() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(FILE));
    }

    private static String about() {
        return "How the error of a change follows from those of two photos: own × their standard errors, betweenShots a"
                + " photo, ofChange × the change (mm; ratios and lines as shares). Estimated by"
                + " rhytid.bench.BetweenShots on the day that each measure names, with the shipped models, on pairs whose truth is known: "
                + NULL_PAIRS
                + " null pairs and " + MOVED_FACES + " faces with brows, lids and mouth corners moved, of the 31"
                + " odd-numbered neutral portraits of the Face Research Lab London Set, retaken by computation; "
                + PHANTOMS + " phantoms, each photographed before and after a treatment (their lines: "
                + PHANTOMS_WITH_LINES + "), and " + MOVING_PHANTOMS
                + " that raise their brows, frown and smile on two days. Both kinds count alike, and for lines a third: "
                + LINED_PHANTOMS + " phantoms and " + LINED_FACES + " London faces with painted lines that fade or not,"
                + " in one set-up, under other light and with other sharpness. So chosen that 95 % of"
                + " these pairs' intervals hold the truth, and no less than 94 % of any kind's; lines' own is no less than 1. Retakes by computation show neither muscle tone nor posture:"
                + " retakes of living people are to replace them. What is not as it was estimated says so in a note.";
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
