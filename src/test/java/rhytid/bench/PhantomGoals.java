package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;

/** Over phantom pairs: how often does the 95 % interval hold the truth, and how far off is what is measured? */
final class PhantomGoals implements Benchmark {

    /** Of each phantom: painting one takes as long as retaking and measuring several. */
    private static final int RETAKES = 9;

    /** Each makes three movements on two days: eight photos to be painted. */
    private static final int MOVING = 24;

    private static final List<String> MOVED = List.of(
            "brows.medial",
            "brows.pupil",
            "brows.lateral",
            "eyelids.mrd1",
            "eyelids.fissure",
            "mouth.commissureHeight",
            "symmetry.browPupil",
            "symmetry.browLateral",
            "symmetry.mrd1",
            "symmetry.commissure");

    /** What moved by less is not called moved. */
    private static final double MOVED_MM = 0.5;

    @Override
    public String name() {
        return "phantoms";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<PhantomPairs.Known> pairs = bench
                .crew()
                .each(
                        seeds(bench.size().of(60, 4)),
                        (finder, seed) ->
                                PhantomPairs.of(finder, seed, bench.size().of(RETAKES, 2), 1))
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Trial> trials = new ArrayList<>();
        pairs.forEach(pair -> trials.addAll(Trial.of(pair)));
        bench.crew()
                .each(seeds(bench.size().of(MOVING, 2)), (finder, seed) -> PhantomPairs.moving(finder, seed, 2))
                .forEach(list -> list.forEach(moved -> Trial.of(moved).ifPresent(trials::add)));
        List<GoalRow> rows = new ArrayList<>();
        rows.add(GoalRow.of(
                        "coverage",
                        "The 95 % interval holds the truth, " + pairs.size() + " phantom pairs",
                        Goal.between(93, 97, "%", 1),
                        share(trials),
                        trials.size())
                .parts(SkinTone.parts(trials, Trial::tone, PhantomGoals::share)));
        groups(trials)
                .forEach((group, some) -> rows.add(GoalRow.of(
                                "coverage." + group,
                                "… " + group,
                                Goal.between(93, 97, "%", 1),
                                share(some),
                                some.size())
                        .parts(SkinTone.parts(some, Trial::tone, PhantomGoals::share))));
        MOVED.forEach(name -> rows.add(moved(name, trials)));
        rows.add(irises(pairs));
        return rows;
    }

    private static GoalRow moved(String name, List<Trial> trials) {
        List<Trial> some = trials.stream()
                .filter(t -> t.name().equals(name) && Math.abs(t.truth()) >= MOVED_MM)
                .toList();
        return GoalRow.of(
                        "phantoms." + name,
                        "Phantoms, treated, head held by up to 5° otherwise: mean absolute error of " + name,
                        Goal.atMost(0.3, "mm", 2),
                        KnownMoves.meanError(some),
                        some.size())
                .anchor("2D photogrammetry TEM 0.36")
                .parts(SkinTone.parts(some, Trial::tone, KnownMoves::meanError));
    }

    /** The diameter of both irises together against what was painted. */
    private static GoalRow irises(List<PhantomPairs.Known> pairs) {
        return GoalRow.of(
                        "phantoms.iris",
                        "Phantoms: mean absolute error of the iris diameter",
                        Goal.atMost(1.5, "%", 2),
                        irisError(pairs),
                        pairs.size())
                .anchor("photo calibration 2.9")
                .parts(SkinTone.parts(pairs, pair -> pair.measured().tone(), PhantomGoals::irisError));
    }

    private static double irisError(List<PhantomPairs.Known> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> 100
                        * Math.abs(pair.measured().before().irises().values().stream()
                                                .mapToDouble(Iris::diameterPx)
                                                .average()
                                                .orElse(Double.NaN)
                                        / MillimetreScale.IRIS_DIAMETER_MM
                                        / pair.pxPerMm()
                                - 1))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Integer> seeds(int count) {
        return IntStream.range(0, count)
                .map(i -> PhantomPairs.JUDGED_FROM + i)
                .boxed()
                .toList();
    }

    private static Map<String, List<Trial>> groups(List<Trial> trials) {
        Map<String, List<Trial>> groups = new TreeMap<>();
        trials.forEach(
                t -> groups.computeIfAbsent(t.group(), g -> new ArrayList<>()).add(t));
        return groups;
    }

    private static double share(List<Trial> trials) {
        return 100.0 * trials.stream().filter(Trial::covered).count() / trials.size();
    }
}
