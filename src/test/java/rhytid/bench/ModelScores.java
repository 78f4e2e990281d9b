package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Models;
import rhytid.face.PassTiming;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/** Runs one set of models through everything that is asked of models. */
final class ModelScores {

    private static final String IPD = "% of interpupillary distance";

    /** Enough to tell 99 from 98 %; the rest of the folder is of the same making. */
    private static final int TILES = 800;

    private final Models models;
    private final BenchmarkSize size;
    private final Path shared;
    private final Crew crew;
    private final List<GoalRow> rows = new ArrayList<>();

    /** @param crew with these models */
    ModelScores(Models models, BenchmarkSize size, Path shared, Crew crew) {
        this.models = models;
        this.size = size;
        this.shared = shared;
        this.crew = crew;
    }

    List<GoalRow> measured() {
        timed("hand-placed points", this::accuracy);
        timed("re-framing", this::repeatability);
        timed("detection", this::detection);
        timed("speed", this::speed);
        return rows;
    }

    private void timed(String what, Runnable part) {
        long start = System.nanoTime();
        part.run();
        System.err.printf(
                "  %s, %s: %d s%n", models.landmarks().name(), what, (System.nanoTime() - start) / 1_000_000_000);
    }

    private List<Path> london(String folder) {
        return Pictures.in(shared.resolve("data/london").resolve(folder));
    }

    /** One portrait's points against the hand-placed ones, in % of the interpupillary distance. */
    private record HandErrors(SkinTone tone, List<Double> all, Map<String, List<Double>> parts) {}

    private void accuracy() {
        List<Path> files = Pictures.spread(london("neutral_front"), size.of(62, 20));
        List<HandErrors> found = crew.each(files, ModelScores::handErrors).stream()
                .flatMap(Optional::stream)
                .toList();
        found("neutral", "London, neutral", found.size(), files.size());
        Sample all = pooled(found);
        rows.add(GoalRow.of(
                        "landmarks.mean",
                        "Landmarks to hand-placed points of London faces, mean",
                        Goal.atMost(2.3, IPD, 2),
                        all.mean(),
                        found.size())
                .parts(SkinTone.parts(
                        found, HandErrors::tone, some -> pooled(some).mean())));
        rows.add(GoalRow.of(
                        "landmarks.p95",
                        "… 95th percentile",
                        Goal.atMost(4.6, IPD, 2),
                        all.quantile(0.95),
                        found.size())
                .parts(SkinTone.parts(
                        found, HandErrors::tone, some -> pooled(some).quantile(0.95))));
        Map<String, Sample> parts = new LinkedHashMap<>();
        found.forEach(f -> f.parts().forEach((part, errors) -> {
            Sample sample = parts.computeIfAbsent(part, p -> new Sample());
            errors.forEach(sample::add);
        }));
        Map<String, GoalRow.Part> byPart = new LinkedHashMap<>();
        parts.forEach((part, sample) -> byPart.put(part, new GoalRow.Part(sample.mean(), sample.size())));
        rows.add(GoalRow.of("landmarks.parts", "… by part of the face", Goal.none(IPD, 2), all.mean(), all.size())
                .parts(byPart));
    }

    private static Sample pooled(List<HandErrors> found) {
        Sample all = new Sample();
        found.forEach(f -> f.all().forEach(all::add));
        return all;
    }

    private static Optional<HandErrors> handErrors(FaceFinder finder, Path file) {
        Path tem = file.resolveSibling(file.getFileName().toString().replace(".jpg", ".tem"));
        try (Photo photo = Pictures.read(file)) {
            List<Point> hand = LondonTemplate.handPlaced(tem);
            double unit = hand.get(0).distanceTo(hand.get(1));
            return finder.find(photo).stream().findFirst().map(face -> {
                List<Double> all = new ArrayList<>();
                Map<String, List<Double>> parts = new LinkedHashMap<>();
                for (LondonTemplate.Place place : LondonTemplate.places()) {
                    double off = 100 * place.on(face.landmarks()).distanceTo(hand.get(place.london())) / unit;
                    all.add(off);
                    parts.computeIfAbsent(place.part(), p -> new ArrayList<>()).add(off);
                }
                return new HandErrors(SkinTone.of(photo, face.landmarks()), all, parts);
            });
        }
    }

    /** How one portrait's numbers scatter over its re-framings. */
    private record Scatter(SkinTone tone, Map<Look, List<Double>> brows, double scale, List<Double> sides) {}

    private void repeatability() {
        List<Path> files = Pictures.spread(london("neutral_front"), size.of(31, 5));
        List<Scatter> found = crew
                .each(
                        IntStream.range(0, files.size()).boxed().toList(),
                        (finder, i) -> scatter(finder, files.get(i), new Random(20261123 + i)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        for (Look look : Look.values()) {
            Goal goal = look == Look.REFINED ? Goal.atMost(0.20, IPD, 2) : Goal.none(IPD, 2);
            rows.add(GoalRow.of(
                            "reframing.brow." + look.name().toLowerCase(java.util.Locale.ROOT),
                            "Brow height under re-framing (±8°, 0.75–1.15 ×, gain, JPEG), SD, " + look.words,
                            goal,
                            spread(found, look),
                            found.size())
                    .parts(SkinTone.parts(found, Scatter::tone, some -> spread(some, look))));
        }
        Sample scales = new Sample();
        Sample sides = new Sample();
        found.forEach(f -> {
            scales.add(f.scale());
            f.sides().forEach(sides::add);
        });
        rows.add(GoalRow.of(
                "reframing.scale",
                "Scale from the irises under re-framing, SD",
                Goal.none("%", 2),
                scales.rootMeanSquare(),
                scales.size()));
        rows.add(GoalRow.of(
                "reframing.irises",
                "Left iris against right, RMS difference",
                Goal.none("%", 2),
                sides.rootMeanSquare(),
                sides.size()));
    }

    private static double spread(List<Scatter> found, Look look) {
        Sample sample = new Sample();
        found.forEach(f -> f.brows().getOrDefault(look, List.of()).forEach(sample::add));
        return sample.rootMeanSquare();
    }

    private Optional<Scatter> scatter(FaceFinder finder, Path file, Random random) {
        Map<Look, Map<Side, Sample>> heights = new EnumMap<>(Look.class);
        Sample scale = new Sample();
        List<Double> sides = new ArrayList<>();
        SkinTone tone = null;
        try (Photo photo = Pictures.read(file)) {
            for (int i = 0; i < size.of(8, 5); i++) {
                Reframing reframing = Reframing.random(random);
                try (Photo again = reframing.of(photo)) {
                    FaceLandmarks quick =
                            finder.landmarks(again).stream().findFirst().orElse(null);
                    Face face = finder.find(again).stream().findFirst().orElse(null);
                    if (quick == null || face == null) {
                        continue;
                    }
                    tone = tone == null ? SkinTone.of(again, face.landmarks()) : tone;
                    for (Side side : Side.values()) {
                        heights(quick, face, side)
                                .forEach((look, h) -> heights.computeIfAbsent(look, l -> new EnumMap<>(Side.class))
                                        .computeIfAbsent(side, s -> new Sample())
                                        .add(h));
                    }
                    scale.add(Math.log(face.scale().pxPerMm() / reframing.scale()));
                    if (face.irises().size() == 2) {
                        double left = face.iris(Side.LEFT).orElseThrow().diameterPx();
                        double right = face.iris(Side.RIGHT).orElseThrow().diameterPx();
                        sides.add(100 * Math.log(left / right));
                    }
                }
            }
        }
        if (tone == null || scale.size() < 3) {
            return Optional.empty();
        }
        Map<Look, List<Double>> deviations = new EnumMap<>(Look.class);
        heights.forEach((look, bySide) -> deviations.put(
                look,
                bySide.values().stream()
                        .filter(s -> s.size() > 2)
                        .map(Sample::deviation)
                        .toList()));
        return Optional.of(new Scatter(tone, deviations, 100 * scale.deviation(), sides));
    }

    private static Map<Look, Double> heights(FaceLandmarks quick, Face face, Side side) {
        Map<Look, Double> heights = new EnumMap<>(Look.class);
        FaceLandmarks points = face.landmarks();
        int[] brow = FaceMesh.browUpperBorder(side);
        height(quick, new Polyline(quick.points(brow)), side).ifPresent(h -> heights.put(Look.QUICK, h));
        height(points, new Polyline(points.points(brow)), side).ifPresent(h -> heights.put(Look.AVERAGED, h));
        Contour border = face.upperBrows().get(side);
        if (border != null) {
            height(points, border.line(), side).ifPresent(h -> heights.put(Look.REFINED, h));
        }
        return heights;
    }

    private enum Look {
        QUICK("mesh, three passes and mirror image"),
        AVERAGED("mesh, averaged over six glances"),
        REFINED("border found in the photo");

        private final String words;

        Look(String words) {
            this.words = words;
        }
    }

    /** Height of the border above the pupil, in % of the interpupillary distance. */
    private static Optional<Double> height(FaceLandmarks face, Polyline border, Side side) {
        double angle = Math.atan2(-face.up().x(), -face.up().y());
        Point pupil = face.pupil(side);
        // Level the eyes about this pupil; the pupil's own y is then the pupillary line.
        List<Point> level =
                border.transformed(Affine.similarityAbout(pupil, 1, angle)).points();
        for (int i = 1; i < level.size(); i++) {
            Point a = level.get(i - 1);
            Point b = level.get(i);
            if ((a.x() - pupil.x()) * (b.x() - pupil.x()) <= 0 && a.x() != b.x()) {
                double y = a.y() + (b.y() - a.y()) * (pupil.x() - a.x()) / (b.x() - a.x());
                return Optional.of(100 * (pupil.y() - y) / face.interpupillaryPx());
            }
        }
        return Optional.empty();
    }

    private void detection() {
        // Each picture is looked at once: what is then covered is where its face was found.
        List<Path> tiles = Pictures.spread(Pictures.in(shared.resolve("data/faces")), size.of(TILES, 20));
        List<Looked> generated = looked(tiles, size.of(4, 2));
        List<Looked> smiling = looked(Pictures.spread(london("smiling_front"), size.of(62, 20)), 1);
        found("smiling", "London, smiling", count(smiling), smiling.size());
        found("generated", "generated portraits (the training's own)", count(generated), generated.size());
        invented(
                "covered",
                "portraits whose face is covered",
                Stream.concat(generated.stream(), smiling.stream())
                        .flatMap(l -> l.inCovered().stream())
                        .toList());
        invented(
                "drawn",
                "drawn textures",
                crew.each(IntStream.range(0, size.of(200, 20)).boxed().toList(), (finder, i) -> {
                    try (Photo photo = Faceless.drawn(i)) {
                        return !finder.landmarks(photo).isEmpty();
                    }
                }));
    }

    /**
     * What was found in a portrait.
     *
     * @param inCovered whether a face is seen once the only one is covered; empty where that was not tried
     */
    private record Looked(boolean found, Optional<Boolean> inCovered) {}

    /** @param coverEvery the face is covered in every so many of them */
    private List<Looked> looked(List<Path> files, int coverEvery) {
        return crew.each(IntStream.range(0, files.size()).boxed().toList(), (finder, i) -> {
            try (Photo photo = Pictures.read(files.get(i))) {
                List<FaceLandmarks> faces = finder.landmarks(photo);
                return new Looked(
                        !faces.isEmpty(),
                        faces.size() == 1 && i % coverEvery == 0
                                ? Optional.of(inCovered(finder, photo, faces.getFirst(), new Random(i)))
                                : Optional.empty());
            }
        });
    }

    private static int count(List<Looked> looked) {
        return (int) looked.stream().filter(Looked::found).count();
    }

    private void found(String id, String what, int found, int of) {
        rows.add(GoalRow.of("found." + id, "Face found: " + what, Goal.atLeast(99, "%", 1), 100.0 * found / of, of));
    }

    private void invented(String id, String what, List<Boolean> invented) {
        long count = invented.stream().filter(f -> f).count();
        rows.add(GoalRow.of(
                "invented." + id, "Faces invented: " + what, Goal.atMost(0, "pictures", 0), count, invented.size()));
    }

    private static boolean inCovered(FaceFinder finder, Photo photo, FaceLandmarks face, Random random) {
        try (Photo covered = Faceless.covered(photo, face.box(), random)) {
            return !finder.landmarks(covered).isEmpty();
        }
    }

    private void speed() {
        int threads = opencv_core.getNumThreads();
        opencv_core.setNumThreads(1);
        try (Photo photo = Pictures.read(london("neutral_front").getFirst())) {
            rows.add(GoalRow.of(
                    "speed.landmarks",
                    "One landmark pass on one core",
                    Goal.atMost(15, "ms", 1),
                    PassTiming.landmarkPassMs(models, photo, 41),
                    41));
            rows.add(GoalRow.of(
                    "speed.detection",
                    "One detection on one core",
                    Goal.none("ms", 1),
                    PassTiming.detectionMs(models, photo, 11),
                    11));
        } finally {
            opencv_core.setNumThreads(threads);
        }
    }
}
