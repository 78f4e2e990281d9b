package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rhytid.London;
import rhytid.wrinkle.RidgePeers;

/**
 * The lines' goals, on phantoms under light that really moves and on London faces with lines painted into their skin.
 * Rhytid was tuned on phantoms of the seeds 500 to 511, 600 to 614, 700 to 713 and 900 to 939, and on London faces with
 * odd numbers; the phantoms here are others, of the London faces half. The usual ridge filters see the same.
 */
final class LineGoals implements Benchmark {

    private static final long FIRST_SEED = 940;

    /** 1.96 for a false alarm in 20, 0.84 for a fade seen in 80 of 100. */
    private static final double SEEN = 1.96 + 0.84;

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<LineValue> all = values(bench);
        List<LineValue> known = all.stream().filter(LineValue::measured).toList();
        List<LineValue> same = of(known, LinePair.Kind.SAME);
        List<LineValue> mixed = of(known, LinePair.Kind.MIXED);
        List<LineValue> fades = of(known, LinePair.Kind.FADES);
        List<LineValue> unchanged =
                known.stream().filter(v -> v.kind().changesNothing()).toList();
        List<GoalRow> rows = new ArrayList<>();
        rows.add(row(
                        "null-same.sd",
                        "Lines of null pairs, same set-up, SD",
                        Goal.atMost(3.4, "%", 1),
                        same,
                        LineGoals::sd)
                .anchor("VISIA in its rig 3.4; repositioned 6"));
        rows.add(row("null-same.bias", "… bias", Goal.between(-1, 1, "%", 1), same, LineGoals::mean));
        rows.add(row(
                        "null-mixed.sd",
                        "Lines of null pairs, light to 30° apart, exposure, white balance, sharpness, pose (phantoms), SD",
                        Goal.atMost(8, "%", 1),
                        mixed,
                        LineGoals::sd)
                .anchor("L'Oréal's selfie model, CV 10 to 13"));
        rows.add(row(
                "null-retaken.sd",
                "Lines of null pairs, exposure, white balance, sharpness, framing (London faces), SD",
                Goal.atMost(8, "%", 1),
                of(known, LinePair.Kind.RETAKEN),
                LineGoals::sd));
        rows.add(row(
                "null-mixed.middle",
                "Light to 30° apart: median distance from none",
                Goal.none("%", 1),
                mixed,
                LineGoals::middle));
        rows.add(row(
                "softer",
                "Softer follow-up: mean change, which must not be an improvement",
                Goal.between(-2, 2, "%", 1),
                of(known, LinePair.Kind.SOFTER),
                LineGoals::mean));
        rows.add(row(
                "sharper",
                "Sharper follow-up: mean change, which must not be a worsening",
                Goal.between(-2, 2, "%", 1),
                of(known, LinePair.Kind.SHARPER),
                LineGoals::mean));
        rows.add(row(
                        "null.false-significant",
                        "False “significant” among lines, all null pairs",
                        Goal.atMost(5, "%", 1),
                        unchanged,
                        LineGoals::called)
                .anchor("nobody publishes one"));
        rows.add(row(
                        "seen-same",
                        "Fade by 10 %, same set-up: called significant",
                        Goal.atLeast(80, "%", 0),
                        of(known, LinePair.Kind.FADE_SAME),
                        LineGoals::called)
                .anchor("toxin on lines at day 30: 17 to 26 %"));
        rows.add(row(
                "seen-mixed",
                "Fade by 15 %, everything of the photo differs: called significant",
                Goal.atLeast(80, "%", 0),
                of(known, LinePair.Kind.FADE_MIXED),
                LineGoals::called));
        rows.add(row(
                "fade.spearman",
                "Painted lines, known fade: Spearman",
                Goal.atLeast(0.95, "", 3),
                fades,
                v -> spearman(v, LineValue::said)));
        rows.add(row("fade.error", "… median error", Goal.atMost(10, "points", 1), fades, LineGoals::middle));
        rows.add(row(
                "refused",
                "Regions with painted lines of which no share was said",
                Goal.none("%", 1),
                all.stream().filter(LineValue::painted).toList(),
                v -> 100.0 * v.stream().filter(x -> !x.measured()).count() / v.size()));
        rows.addAll(besidePeers(same, mixed, fades));
        return rows;
    }

    private static List<LineValue> values(Bench bench) {
        int phantoms = bench.size().of(12, 2);
        List<Path> portraits = Pictures.spread(London.neutral(), bench.size().of(14, 2));
        return LinePair.each(bench.crew(), FIRST_SEED, phantoms, portraits, LineValue::of);
    }

    private static GoalRow row(
            String id, String what, Goal goal, List<LineValue> values, ToDoubleFunction<List<LineValue>> figure) {
        return GoalRow.of("lines." + id, what, goal, figure.applyAsDouble(values), values.size())
                .parts(SkinTone.parts(values, LineValue::tone, figure));
    }

    /** Ours over the best of theirs: below 1 is ahead. */
    private static List<GoalRow> besidePeers(List<LineValue> same, List<LineValue> mixed, List<LineValue> fades) {
        return List.of(
                beside("null-same", "Null pairs, same set-up, SD", same, v -> spread(same, v)),
                beside("null-mixed", "Null pairs, other light and photo, SD", mixed, v -> spread(mixed, v)),
                beside("order", "Known fades: 1 − Spearman", fades, v -> 1 - spearman(fades, v)),
                beside("linear", "Known fades: median error", fades, v -> misses(fades, v)),
                beside(
                        "smallest",
                        "Smallest fade seen in 80 of 100, same set-up",
                        same,
                        v -> SEEN * spread(same, v) / slope(fades, v)),
                answer(fades));
    }

    /** Percent of one index are not those of another: what answers less to a fade, scatters less too. */
    private static GoalRow answer(List<LineValue> fades) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        for (RidgePeers.Peer peer : RidgePeers.Peer.values()) {
            parts.put(
                    words(peer),
                    new GoalRow.Part(10 * slope(fades, v -> v.peers().getOrDefault(peer, Double.NaN)), fades.size()));
        }
        return GoalRow.of(
                        "lines.beside.answer",
                        "What is said of a fade by 10 %, by least squares",
                        Goal.none("%", 1),
                        10 * slope(fades, LineValue::said),
                        fades.size())
                .parts(parts);
    }

    private static String words(RidgePeers.Peer peer) {
        return peer.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static GoalRow beside(
            String id, String what, List<LineValue> values, ToDoubleFunction<ToDoubleFunction<LineValue>> figure) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        double ours = figure.applyAsDouble(LineValue::said);
        parts.put("Rhytid", new GoalRow.Part(ours, values.size()));
        double best = Double.POSITIVE_INFINITY;
        for (RidgePeers.Peer peer : RidgePeers.Peer.values()) {
            double theirs = figure.applyAsDouble(v -> v.peers().getOrDefault(peer, Double.NaN));
            parts.put(words(peer), new GoalRow.Part(theirs, values.size()));
            best = Math.min(best, theirs);
        }
        return GoalRow.of(
                        "lines.beside." + id,
                        what + ", over that of the best filter",
                        Goal.atMost(1, "×", 2),
                        ours / best,
                        values.size())
                .parts(parts);
    }

    private static List<LineValue> of(List<LineValue> values, LinePair.Kind kind) {
        return values.stream().filter(v -> v.kind() == kind).toList();
    }

    private static double sd(List<LineValue> values) {
        return sample(values).deviation();
    }

    private static double mean(List<LineValue> values) {
        return sample(values).mean();
    }

    private static double middle(List<LineValue> values) {
        Sample sizes = new Sample();
        values.forEach(v -> sizes.add(Math.abs(v.error())));
        return sizes.quantile(0.5);
    }

    private static double called(List<LineValue> values) {
        return values.isEmpty()
                ? Double.NaN
                : 100.0 * values.stream().filter(LineValue::significant).count() / values.size();
    }

    private static Sample sample(List<LineValue> values) {
        Sample sample = new Sample();
        values.forEach(v -> sample.add(v.error()));
        return sample;
    }

    private static double spread(List<LineValue> values, ToDoubleFunction<LineValue> said) {
        Sample sample = new Sample();
        values.stream()
                .mapToDouble(v -> said.applyAsDouble(v) - v.truth())
                .filter(Double::isFinite)
                .forEach(sample::add);
        return sample.deviation();
    }

    private static double misses(List<LineValue> values, ToDoubleFunction<LineValue> said) {
        Sample sample = new Sample();
        values.stream()
                .mapToDouble(v -> Math.abs(said.applyAsDouble(v) - v.truth()))
                .filter(Double::isFinite)
                .forEach(sample::add);
        return sample.quantile(0.5);
    }

    /** How much of a fade is said, by least squares. */
    private static double slope(List<LineValue> values, ToDoubleFunction<LineValue> said) {
        double top = 0;
        double bottom = 0;
        for (LineValue v : values) {
            if (Double.isFinite(said.applyAsDouble(v))) {
                top += v.truth() * said.applyAsDouble(v);
                bottom += v.truth() * v.truth();
            }
        }
        return top / bottom;
    }

    private static double spearman(List<LineValue> values, ToDoubleFunction<LineValue> said) {
        List<LineValue> finite = values.stream()
                .filter(v -> Double.isFinite(said.applyAsDouble(v)))
                .toList();
        double[] one = ranks(finite.stream().mapToDouble(LineValue::truth).toArray());
        double[] two = ranks(finite.stream().mapToDouble(said).toArray());
        double middle = (finite.size() - 1) / 2.0;
        double oneOne = 0;
        double twoTwo = 0;
        double oneTwo = 0;
        for (int i = 0; i < one.length; i++) {
            oneOne += (one[i] - middle) * (one[i] - middle);
            twoTwo += (two[i] - middle) * (two[i] - middle);
            oneTwo += (one[i] - middle) * (two[i] - middle);
        }
        return oneTwo / Math.sqrt(oneOne * twoTwo);
    }

    /** Equal values share their mean rank. */
    private static double[] ranks(double[] values) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        Collections.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int i = 0, j; i < values.length; i = j) {
            for (j = i; j < values.length && values[order.get(j)] == values[order.get(i)]; j++) {
                // to the end of the equal ones
            }
            for (int k = i; k < j; k++) {
                ranks[order.get(k)] = (i + j - 1) / 2.0;
            }
        }
        return ranks;
    }
}
