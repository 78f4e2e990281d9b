package rhytid.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.FaceMesh;
import rhytid.face.LookPlan;
import rhytid.face.Models;
import rhytid.face.Side;
import rhytid.photo.Photo;
import rhytid.photo.Refusal;
import rhytid.quality.GateLimits;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;

/**
 * How many fit portraits the photo gate refuses, and how many spoilt ones ({@link Unfit}) it lets through. Arguments:
 * how many portraits (default 20), the folder of models (default: models).
 */
final class GateRates {

    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);
    private final Map<String, int[]> rates = new TreeMap<>();

    public static void main(String[] args) {
        int portraits = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        Models models = Models.open(Path.of(args.length > 1 ? args[1] : "models"));
        GateRates bench = new GateRates();
        try (FaceFinder finder = new FaceFinder(models, LookPlan.QUICK)) {
            for (Path file : spread(London.neutral(), portraits)) {
                bench.portrait(finder, file);
            }
            for (Path file : spread(London.smiling(), portraits)) {
                try (Photo photo = London.read(file)) {
                    bench.judge(finder, "smiling at rest", photo, file);
                }
            }
        }
        bench.rates.forEach(
                (kind, n) -> System.out.printf(Locale.ROOT, "%-18s refused %3d of %3d%n", kind, n[0], n[1]));
    }

    private static List<Path> spread(List<Path> files, int count) {
        int step = Math.max(1, files.size() / count);
        return java.util.stream.IntStream.range(0, Math.min(count, files.size()))
                .mapToObj(i -> files.get(i * step))
                .toList();
    }

    private void portrait(FaceFinder finder, Path file) {
        try (Photo photo = London.read(file)) {
            List<Face> faces = judge(finder, "(fit)", photo, file);
            if (faces.isEmpty()) {
                return;
            }
            for (Unfit kind : Unfit.values()) {
                try (Photo spoilt = kind.of(photo, faces.getFirst())) {
                    judge(finder, kind.name(), spoilt, file);
                }
            }
        }
    }

    private List<Face> judge(FaceFinder finder, String kind, Photo photo, Path file) {
        List<Face> faces = finder.find(photo);
        PhotoVerdict verdict = gate.judge(photo, faces, Expression.REST);
        int[] n = rates.computeIfAbsent(kind, k -> new int[2]);
        n[1]++;
        String what = switch (verdict) {
            case PhotoVerdict.Unfit unfit -> {
                n[0]++;
                yield unfit.refusals().stream().map(Refusal::code).toList().toString();
            }
            case PhotoVerdict.Fit fit ->
                "fit " + fit.warnings().stream().map(Refusal::code).toList() + " " + fit.quality();
        };
        System.out.printf(
                "%s %s %s %s%n", file.getFileName(), kind, what, faces.isEmpty() ? "" : shape(faces.getFirst()));
        return faces;
    }

    /** Numbers for tuning: pose, opening of the eyes, shape of the mouth, and distances that stay. */
    private static String shape(Face face) {
        double eyes = face.landmarks().interpupillaryPx();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "yaw %.1f pitch %.1f iris %.4f |",
                face.pose().yaw(),
                face.pose().pitch(),
                face.scale().pixels(11.7) / eyes));
        int[][] pairs = {
            {33, 263},
            {133, 362},
            {129, 358},
            {234, 454},
            {116, 345},
            {168, 2},
            {61, 291},
            {13, 14},
            {2, 0},
            {159, 145},
            {386, 374},
            {2, 152},
            {58, 288},
            {6, 4},
            {193, 417}
        };
        for (int[] pair : pairs) {
            text.append(String.format(
                    Locale.ROOT,
                    " %.4f",
                    face.landmarks().point(pair[0]).distanceTo(face.landmarks().point(pair[1])) / eyes));
        }
        double corner = face.landmarks()
                .point(FaceMesh.commissure(Side.RIGHT))
                .towards(face.landmarks().point(FaceMesh.commissure(Side.LEFT)), 0.5)
                .y();
        text.append(String.format(
                Locale.ROOT,
                " corner %.4f",
                (corner - face.landmarks().point(13).y()) / eyes));
        return text.toString();
    }
}
