package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/** Runs one set of models through everything the benchmark asks, and keeps the answers by their names. */
final class ModelScores {

    private static final String NONE = "–";

    private final Models models;
    private final BenchmarkSize size;
    private final Path shared;
    private final Map<String, String> rows = new LinkedHashMap<>();

    ModelScores(Models models, BenchmarkSize size, Path shared) {
        this.models = models;
        this.size = size;
        this.shared = shared;
    }

    Map<String, String> measured() {
        try (FaceFinder finder = new FaceFinder(models)) {
            accuracy(finder);
            repeatability(finder);
            detection(finder);
            speed();
        }
        return rows;
    }

    private List<Path> london(String folder) {
        return Pictures.in(shared.resolve("data/london").resolve(folder));
    }

    private void accuracy(FaceFinder finder) {
        List<LondonTemplate.Place> places = LondonTemplate.places();
        Sample all = new Sample();
        Map<String, Sample> parts = new LinkedHashMap<>();
        Sample down = new Sample();
        for (Path file : Pictures.spread(london("neutral_front"), size.londonFaces())) {
            Path tem = file.resolveSibling(file.getFileName().toString().replace(".jpg", ".tem"));
            try (Photo photo = Pictures.read(file)) {
                List<Point> hand = LondonTemplate.handPlaced(tem);
                double unit = hand.get(0).distanceTo(hand.get(1));
                for (Face face : finder.find(photo).stream().limit(1).toList()) {
                    for (LondonTemplate.Place place : places) {
                        Point off = place.on(face.landmarks()).minus(hand.get(place.london()));
                        all.add(100 * off.norm() / unit);
                        down.add(100 * off.y() / unit);
                        parts.computeIfAbsent(place.part(), p -> new Sample()).add(100 * off.norm() / unit);
                    }
                }
            }
        }
        rows.put("Landmark error, mean (% of interpupillary distance)", number("%.2f", all.mean()));
        rows.put("… 95th percentile (%)", number("%.2f", all.quantile(0.95)));
        parts.forEach((part, sample) -> rows.put("… " + part + ", mean (%)", number("%.2f", sample.mean())));
        rows.put("… all points, mean downwards (%)", number("%+.2f", down.mean()));
    }

    private void repeatability(FaceFinder finder) {
        Random random = new Random(20261123);
        Map<Look, Sample> spreads = new EnumMap<>(Look.class);
        Sample irises = new Sample();
        Sample sides = new Sample();
        for (Path file : Pictures.spread(london("neutral_front"), size.reframedFaces())) {
            try (Photo photo = Pictures.read(file)) {
                Map<Look, Map<Side, Sample>> heights = new EnumMap<>(Look.class);
                Sample scale = new Sample();
                for (int i = 0; i < size.reframings(); i++) {
                    Reframing reframing = Reframing.random(random);
                    try (Photo again = reframing.of(photo)) {
                        FaceLandmarks quick =
                                finder.landmarks(again).stream().findFirst().orElse(null);
                        Face face = finder.find(again).stream().findFirst().orElse(null);
                        if (quick == null || face == null) {
                            continue;
                        }
                        for (Side side : Side.values()) {
                            height(quick, new Polyline(quick.points(FaceMesh.browUpperBorder(side))), side)
                                    .ifPresent(h -> put(heights, Look.QUICK, side, h));
                            FaceLandmarks points = face.landmarks();
                            height(points, new Polyline(points.points(FaceMesh.browUpperBorder(side))), side)
                                    .ifPresent(h -> put(heights, Look.AVERAGED, side, h));
                            Contour border = face.upperBrows().get(side);
                            if (border != null) {
                                height(points, border.line(), side).ifPresent(h -> put(heights, Look.REFINED, side, h));
                            }
                        }
                        scale.add(Math.log(face.scale().pxPerMm() / reframing.scale()));
                        if (face.irises().size() == 2) {
                            sides.add(100
                                    * Math.log(
                                            face.iris(Side.LEFT).orElseThrow().diameterPx()
                                                    / face.iris(Side.RIGHT)
                                                            .orElseThrow()
                                                            .diameterPx()));
                        }
                    }
                }
                heights.forEach((look, bySide) -> bySide.values().forEach(sample -> {
                    if (sample.size() > 2) {
                        spreads.computeIfAbsent(look, l -> new Sample()).add(sample.deviation());
                    }
                }));
                if (scale.size() > 2) {
                    irises.add(100 * scale.deviation());
                }
            }
        }
        for (Look look : Look.values()) {
            Sample sample = spreads.getOrDefault(look, new Sample());
            rows.put(
                    "Brow height under re-framing, SD, " + look.words + " (% of interpupillary distance)",
                    number("%.2f", sample.rootMeanSquare()));
        }
        rows.put("Scale from the irises under re-framing, SD (%)", number("%.2f", irises.rootMeanSquare()));
        rows.put("Left iris against right, RMS difference (%)", number("%.2f", sides.rootMeanSquare()));
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

    private static void put(Map<Look, Map<Side, Sample>> heights, Look look, Side side, double height) {
        heights.computeIfAbsent(look, l -> new EnumMap<>(Side.class))
                .computeIfAbsent(side, s -> new Sample())
                .add(height);
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

    private void detection(FaceFinder finder) {
        rows.put(
                "Found: London, neutral",
                found(finder, Pictures.spread(london("neutral_front"), size.detectionFaces())));
        rows.put(
                "Found: London, smiling",
                found(finder, Pictures.spread(london("smiling_front"), size.detectionFaces())));
        List<Path> tiles = Pictures.spread(Pictures.in(shared.resolve("data/faces")), size.detectionFaces());
        rows.put("Found: generated portraits (training's own)", found(finder, tiles));
        coveredFaces(finder, tiles);
        int wrong = 0;
        for (int i = 0; i < size.drawnPictures(); i++) {
            try (Photo photo = Faceless.drawn(i)) {
                wrong += finder.landmarks(photo).isEmpty() ? 0 : 1;
            }
        }
        rows.put("False faces: drawn textures", wrong + " of " + size.drawnPictures());
    }

    private static String found(FaceFinder finder, List<Path> files) {
        int found = 0;
        int several = 0;
        for (Path file : files) {
            try (Photo photo = Pictures.read(file)) {
                int faces = finder.landmarks(photo).size();
                found += faces > 0 ? 1 : 0;
                several += faces > 1 ? 1 : 0;
            }
        }
        String text = found + " of " + files.size();
        return several == 0 ? text : text + " (" + several + " with more than one)";
    }

    private void coveredFaces(FaceFinder finder, List<Path> tiles) {
        List<Path> files = new ArrayList<>(Pictures.spread(tiles, size.coveredFaces()));
        files.addAll(Pictures.spread(london("smiling_front"), size.coveredFaces() / 4));
        Random random = new Random(7);
        int pictures = 0;
        int wrong = 0;
        for (Path file : files) {
            try (Photo photo = Pictures.read(file)) {
                List<FaceLandmarks> faces = finder.landmarks(photo);
                if (faces.size() != 1) {
                    continue;
                }
                Box face = faces.getFirst().box();
                pictures++;
                try (Photo covered = Faceless.covered(photo, face, random)) {
                    wrong += finder.landmarks(covered).isEmpty() ? 0 : 1;
                }
            }
        }
        rows.put("False faces: portraits with the face covered", wrong + " of " + pictures);
    }

    private void speed() {
        List<Path> files = london("neutral_front");
        if (files.isEmpty()) {
            return;
        }
        int threads = opencv_core.getNumThreads();
        opencv_core.setNumThreads(1);
        try (Photo photo = Pictures.read(files.getFirst())) {
            rows.put("Landmark pass, one core (ms)", number("%.1f", PassTiming.landmarkPassMs(models, photo, 41)));
            rows.put("Detection, one core (ms)", number("%.1f", PassTiming.detectionMs(models, photo, 11)));
        } finally {
            opencv_core.setNumThreads(threads);
        }
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? NONE : String.format(java.util.Locale.ROOT, format, value);
    }
}
