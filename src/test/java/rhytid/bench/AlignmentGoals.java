package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rhytid.London;
import rhytid.alignment.Aligner;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.photo.Photo;
import rhytid.wrinkle.PairedLines;
import rhytid.wrinkle.RefinedLine;
import rhytid.wrinkle.Region;

/**
 * How far the skin of a London portrait that was taken twice ({@link Retake}) lies off after the alignment, region by
 * region: what the comparison says of it, and what is true, for the retakes' maps are known. And whether the alignment
 * takes anything from a line that only one of two photos has, or puts one where there is none.
 */
final class AlignmentGoals implements Benchmark {

    /** Of a region's outline: places at which the truth is asked. */
    private static final int PLACES = 24;

    /**
     * @param said median and 95th percentile over the region's skin, as comparison.json has them
     * @param trueMm at places all along its outline
     */
    private record Laid(Region region, double saidMedian, double saidP95, List<Double> trueMm) {}

    /**
     * @param painted depth of the lines in the photo that has them
     * @param changed what the refinement added to their depth in the follow-up, against stable points alone
     */
    private record OneSided(SkinTone tone, boolean inBaseline, double painted, double changed) {}

    @Override
    public String name() {
        return "alignment";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<Path> files = Pictures.spread(LondonHalves.judged(), bench.size().of(31, 4));
        List<Integer> indices = IntStream.range(0, files.size()).boxed().toList();
        List<Laid> laid = bench.crew().each(indices, (finder, i) -> laid(finder, files.get(i), i)).stream()
                .flatMap(List::stream)
                .toList();
        List<OneSided> lines = bench.crew().each(indices, (finder, i) -> lines(finder, files.get(i), i)).stream()
                .flatMap(List::stream)
                .toList();
        return List.of(
                row(
                        "true.median",
                        "Skin laid over skin, null pairs of London faces, true distance: median",
                        0.3,
                        laid,
                        some -> trueMm(some).quantile(0.5)),
                row(
                        "true.p95",
                        "… 95th percentile",
                        0.8,
                        laid,
                        some -> trueMm(some).quantile(0.95)),
                row(
                        "said.median",
                        "… as the comparison says it: median",
                        0.3,
                        laid,
                        some -> sample(some, Laid::saidMedian).quantile(0.5)),
                row(
                        "said.p95",
                        "… 95th percentile within a region, the worst region of all pairs",
                        0.8,
                        laid,
                        some -> sample(some, Laid::saidP95).quantile(1)),
                oneSided(
                        "erased",
                        "Line in the follow-up alone: its depth after the refinement against without",
                        Goal.between(95, 105, "%", 1),
                        lines,
                        false,
                        s -> 100 * (1 + s.changed() / s.painted())),
                oneSided(
                        "invented",
                        "Line in the baseline alone: what the refinement puts into its place, against its depth",
                        Goal.between(-5, 5, "%", 1),
                        lines,
                        true,
                        s -> 100 * s.changed() / s.painted()));
    }

    private static List<Laid> laid(FaceFinder finder, Path file, int i) {
        Retake first = Retake.random(700_000 + 2L * i);
        Retake second = Retake.random(700_001 + 2L * i);
        try (Photo portrait = London.read(file);
                Photo before = first.of(portrait);
                Photo after = second.of(portrait)) {
            Face one = finder.find(before).getFirst();
            Face two = finder.find(after).getFirst();
            PairedLines paired = PairedLines.measure(
                    before, one, after, two, Aligner.align(one, two).followUpToBaseline());
            Affine truth = first.map(portrait).inverse().then(second.map(portrait));
            double pxPerMm = two.scale().pxPerMm();
            List<Laid> laid = new ArrayList<>();
            paired.regions().forEach((region, pair) -> {
                var misfit = paired.misfits().get(region);
                if (pair.after().reason() == null && misfit != null && Double.isFinite(misfit.mmMedian())) {
                    laid.add(new Laid(
                            region,
                            misfit.mmMedian(),
                            misfit.mmP95(),
                            off(pair.before().outline(), pair.after().outline(), truth, pxPerMm)));
                }
            });
            return laid;
        }
    }

    /** Both outlines are one and the same in the frame that the photos were brought to. */
    private static List<Double> off(Polygon before, Polygon after, Affine truth, double pxPerMm) {
        List<Point> from = before.points();
        int step = Math.max(1, from.size() / PLACES);
        List<Double> off = new ArrayList<>();
        for (int i = 0; i < from.size(); i += step) {
            off.add(truth.apply(from.get(i)).distanceTo(after.points().get(i)) / pxPerMm);
        }
        return off;
    }

    private static List<OneSided> lines(FaceFinder finder, Path file, int i) {
        Retake retake = Retake.random(750_000 + i);
        try (Photo portrait = London.read(file)) {
            Face face = finder.find(portrait).getFirst();
            SkinTone tone = SkinTone.of(portrait, face.landmarks());
            PaintedLines painted = PaintedLines.random(face, new Random(750_000 + i).nextLong());
            try (Photo lined = painted.on(portrait, 1);
                    Photo plainAgain = retake.of(portrait);
                    Photo linedAgain = retake.of(lined)) {
                return List.of(
                        line(finder, painted, tone, true, lined, plainAgain, retake.map(portrait)),
                        line(finder, painted, tone, false, portrait, linedAgain, retake.map(portrait)));
            }
        }
    }

    private static OneSided line(
            FaceFinder finder,
            PaintedLines painted,
            SkinTone tone,
            boolean inBaseline,
            Photo baseline,
            Photo followUp,
            Affine truth) {
        Face one = finder.find(baseline).getFirst();
        Face two = finder.find(followUp).getFirst();
        RefinedLine line = RefinedLine.of(
                painted.courses(),
                inBaseline,
                baseline,
                one,
                followUp,
                two,
                Aligner.align(one, two).followUpToBaseline(),
                truth);
        return new OneSided(tone, inBaseline, inBaseline ? line.before() : line.plain(), line.refined() - line.plain());
    }

    private static GoalRow row(
            String id, String what, double most, List<Laid> all, ToDoubleFunction<List<Laid>> figure) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        for (Region region : Region.values()) {
            List<Laid> some = all.stream().filter(l -> l.region() == region).toList();
            if (!some.isEmpty()) {
                parts.put(region.key(), new GoalRow.Part(figure.applyAsDouble(some), some.size()));
            }
        }
        return GoalRow.of("alignment." + id, what, Goal.atMost(most, "mm", 2), figure.applyAsDouble(all), all.size())
                .parts(parts);
    }

    private static GoalRow oneSided(
            String id,
            String what,
            Goal goal,
            List<OneSided> all,
            boolean inBaseline,
            ToDoubleFunction<OneSided> share) {
        List<OneSided> some =
                all.stream().filter(s -> s.inBaseline() == inBaseline).toList();
        ToDoubleFunction<List<OneSided>> mean = list -> sample(list, share).mean();
        return GoalRow.of("alignment." + id, what, goal, mean.applyAsDouble(some), some.size())
                .parts(SkinTone.parts(some, OneSided::tone, mean));
    }

    private static Sample trueMm(List<Laid> laid) {
        Sample sample = new Sample();
        laid.forEach(l -> l.trueMm().forEach(sample::add));
        return sample;
    }

    private static <T> Sample sample(List<T> all, ToDoubleFunction<T> value) {
        Sample sample = new Sample();
        all.forEach(one -> sample.add(value.applyAsDouble(one)));
        return sample;
    }
}
