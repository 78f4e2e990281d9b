package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import rhytid.London;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Side;
import rhytid.phantom.BrowShift;
import rhytid.phantom.Effect;
import rhytid.photo.Photo;

/**
 * Brows, lids and mouth corners of London portraits moved by known distances ({@link PictureWarp}), the photo then
 * retaken ({@link Retake}): how far what is measured is from the truth.
 */
final class KnownMoves implements Benchmark {

    /**
     * One kind of move.
     *
     * @param mm by how much, portrait by portrait
     * @param names of the measures that are judged
     */
    private record Move(
            String id, String words, double[] mm, BiFunction<Side, Double, Effect> effect, List<String> names) {}

    private static final double[] BROW_MM = {-3, -1.5, 1.5, 3};
    private static final double[] LID_MM = {-2, 1, -1.5, 1.5};

    private static final List<String> BROWS = List.of("brows.medial", "brows.pupil", "brows.lateral");
    private static final List<String> BROW_SYMMETRY = List.of("symmetry.browPupil", "symmetry.browLateral");

    private static final String LID = "lid";

    private static final List<Move> MOVES = List.of(
            new Move(
                    "one-brow",
                    "One brow moved by ±1.5 or ±3 mm",
                    BROW_MM,
                    (side, mm) -> Effect.NONE.brow(side, BrowShift.all(mm)),
                    joined(BROWS, BROW_SYMMETRY)),
            new Move(
                    "both-brows",
                    "Both brows moved by ±1.5 or ±3 mm",
                    BROW_MM,
                    (side, mm) -> Effect.NONE.brow(side, BrowShift.all(mm)).brow(side.other(), BrowShift.all(mm)),
                    joined(BROWS, BROW_SYMMETRY)),
            new Move(
                    "medial-lateral",
                    "Medial against lateral part of a brow, up to 3 mm apart",
                    BROW_MM,
                    (side, mm) -> Effect.NONE.brow(side, new BrowShift(-mm / 2, 0, mm / 2)),
                    BROWS),
            new Move(
                    LID,
                    "One upper lid moved by −2 to +1.5 mm",
                    LID_MM,
                    (side, mm) -> Effect.NONE.lid(side, mm),
                    List.of("eyelids.mrd1", "eyelids.fissure", "symmetry.mrd1")),
            new Move(
                    "mouth-corner",
                    "One corner of the mouth moved by ±1.5 or ±3 mm",
                    BROW_MM,
                    (side, mm) -> Effect.NONE.commissure(side, mm),
                    List.of("mouth.commissureHeight", "symmetry.commissure")));

    @Override
    public String name() {
        return "moves";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<Path> files = Pictures.spread(LondonHalves.judged(), bench.size().of(24, 6));
        List<GoalRow> rows = new ArrayList<>();
        for (Move move : MOVES) {
            List<Trial> trials = trials(bench.crew(), files, move);
            move.names()
                    .forEach(name -> rows.add(row(
                            move,
                            name,
                            trials.stream().filter(t -> t.name().equals(name)).toList())));
        }
        return rows;
    }

    /** Every move of these portraits. */
    static List<Trial> of(Crew crew, List<Path> files) {
        return MOVES.stream()
                .flatMap(move -> trials(crew, files, move).stream())
                .toList();
    }

    private static List<Trial> trials(Crew crew, List<Path> files, Move move) {
        return crew
                .each(
                        IntStream.range(0, files.size()).boxed().toList(),
                        (finder, i) -> trials(finder, files.get(i), i, move))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static GoalRow row(Move move, String name, List<Trial> trials) {
        return GoalRow.of(
                        "moves." + move.id() + "." + name,
                        move.words() + ", London: mean absolute error of " + name,
                        Goal.atMost(0.3, "mm", 2),
                        meanError(trials),
                        trials.size())
                .anchor("2D photogrammetry TEM 0.36")
                .parts(SkinTone.parts(trials, Trial::tone, KnownMoves::meanError));
    }

    static double meanError(List<Trial> trials) {
        return trials.stream().mapToDouble(t -> Math.abs(t.error())).average().orElse(Double.NaN);
    }

    private static List<Trial> trials(FaceFinder finder, Path file, int i, Move move) {
        double mm = move.mm()[i % move.mm().length];
        Side side = i / 4 % 2 == 0 ? Side.RIGHT : Side.LEFT;
        // A picture can't show a lid rise, but a pair can be turned round.
        boolean turned = move.id().equals(LID) && mm > 0;
        Effect painted = move.effect().apply(side, turned ? -mm : mm);
        Effect truth = move.effect().apply(side, mm);
        try (Photo portrait = London.read(file)) {
            Face face = finder.find(portrait).getFirst();
            try (Photo moved = PictureWarp.moved(portrait, face, painted);
                    Photo retaken = Retake.random(retakeSeed(i, move)).of(moved)) {
                Optional<MeasuredPair> pair = turned
                        ? MeasuredPair.of(finder, retaken, portrait, false)
                        : MeasuredPair.of(finder, portrait, retaken, false);
                // The picture was moved in the photo's own millimetres; the truth is in the patient's.
                return pair.map(p -> Trial.of(
                                p,
                                truth,
                                face.scale().pxPerMm()
                                        / (turned ? p.after() : p.before())
                                                .scale()
                                                .pxPerMm()))
                        .orElse(List.of());
            }
        }
    }

    /** Of its own for every move, or a face whose one retake is measured badly would count for all its moves. */
    private static long retakeSeed(int i, Move move) {
        return 1_000L * (1 + MOVES.indexOf(move)) + i;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
