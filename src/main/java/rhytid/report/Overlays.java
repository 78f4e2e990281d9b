package rhytid.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionComparison;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.measure.MeasureKey;
import rhytid.report.drawing.BrowDrawing;
import rhytid.report.drawing.ChangeMap;
import rhytid.report.drawing.Colours;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.FrameLine;
import rhytid.report.drawing.SymmetryDrawing;
import rhytid.report.drawing.Tendency;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/** The pictures that lie beside the report, one set for each expression: JPEG, without metadata. */
public final class Overlays {

    static final int HEIGHT = 1600;
    private static final int QUALITY = 90;

    private final ExpressionComparison pair;
    private final FramedPair photos;
    private final Frame frame;

    private Overlays(ExpressionComparison pair, FramedPair photos) {
        this.pair = pair;
        this.photos = photos;
        this.frame = photos.frame();
    }

    /** What most of them show. */
    static Frame frame(ExpressionComparison pair) {
        return Frame.face(pair, HEIGHT);
    }

    /** JPEGs by file name, such as {@code rest-before-lines.jpg}. */
    public static Map<String, byte[]> of(ExpressionComparison pair) {
        try (FramedPair photos = FramedPair.of(pair, frame(pair))) {
            return of(pair, photos);
        }
    }

    /** The same over pictures that are cut already. */
    static Map<String, byte[]> of(ExpressionComparison pair, FramedPair photos) {
        return new Overlays(pair, photos).draw();
    }

    private Map<String, byte[]> draw() {
        String key = pair.expression().key();
        Mat before = photos.before();
        Mat after = photos.after();
        Map<String, Supplier<byte[]>> pictures = new LinkedHashMap<>();
        pictures.put(key + "-brows.jpg", this::brows);
        pictures.put(key + "-before.jpg", () -> Picture.quickJpeg(before, QUALITY));
        pictures.put(key + "-after.jpg", () -> Picture.quickJpeg(after, QUALITY));
        pictures.put(key + "-changes.jpg", () -> changes(before));
        pictures.put(key + "-symmetry.jpg", () -> symmetry(after));
        pictures.put(
                key + "-before-lines.jpg", () -> lines(before, pair.baseline().lines(), frame.baseline()));
        pictures.put(
                key + "-after-lines.jpg", () -> lines(after, pair.followUp().lines(), frame.followUp()));
        Map<String, byte[]> files = new ConcurrentHashMap<>();
        // They know nothing of each other: all cores.
        pictures.entrySet().parallelStream()
                .forEach(e -> files.put(e.getKey(), e.getValue().get()));
        return files;
    }

    private static byte[] lines(Mat photo, Map<Region, RegionLines> lines, Affine toFrame) {
        try (Mat picture = photo.clone()) {
            Sketch sketch = new Sketch(picture);
            for (FrameLine line : FrameLine.of(lines, toFrame)) {
                int width = (int) Math.round(sketch.thin() * line.ink().widthShare());
                sketch.cased(line.path(), line.ink().rgb(), width);
            }
            return Picture.quickJpeg(picture, QUALITY);
        }
    }

    private byte[] changes(Mat before) {
        ChangeMap map = ChangeMap.of(pair, frame);
        try (Mat grey = Picture.grey(before);
                Mat ground = new Mat()) {
            opencv_imgproc.cvtColor(grey, ground, opencv_imgproc.COLOR_GRAY2BGR);
            Sketch sketch = new Sketch(ground);
            map.outlines().forEach((region, outline) -> {
                Tendency tendency = map.tendencies().getOrDefault(region, Tendency.UNKNOWN);
                sketch.closed(outline.points(), tendency.colour(), sketch.thin());
            });
            for (ChangeMap.Stretch stretch : map.stretches()) {
                if (stretch.fate() == Tendency.FADED) {
                    sketch.dashed(stretch.path(), stretch.fate().colour(), 2 * sketch.thin());
                } else {
                    int width = stretch.fate() == Tendency.DEEPENED ? 3 : 1;
                    sketch.line(stretch.path(), stretch.fate().colour(), width * sketch.thin());
                }
            }
            return Picture.quickJpeg(ground, QUALITY);
        }
    }

    /** The follow-up's eyes and brows: its own brow heights in full, the baseline's borders beside them. */
    private byte[] brows() {
        Frame band = Frame.brows(pair, HEIGHT);
        try (Mat picture = Picture.cut(pair.followUp().photo(), band.followUp(), band.width(), band.height())) {
            Sketch sketch = new Sketch(picture);
            BrowDrawing before = BrowDrawing.of(pair.baseline(), band.baseline());
            BrowDrawing after = BrowDrawing.of(pair.followUp(), band.followUp());
            sketch.cased(after.pupillaryLine(), Colours.GUIDE, sketch.thin());
            before.brows().forEach(border -> sketch.dashed(border, Colours.BEFORE, sketch.thin()));
            after.brows().forEach(border -> sketch.cased(border, Colours.AFTER, sketch.thin()));
            after.lids().forEach(border -> sketch.cased(border, Colours.AFTER, sketch.thin()));
            for (BrowDrawing.Height height : after.heights()) {
                sketch.cased(line(height.foot(), height.top()), Colours.AFTER, sketch.thin());
                sketch.dot(height.top(), Colours.AFTER, 3 * sketch.thin());
                Change change = pair.measures().get(new MeasureKey(height.measure(), height.side()));
                sketch.label(height.top(), millimetres(change == null ? null : change.change()), Colours.GUIDE);
            }
            return Picture.quickJpeg(picture, QUALITY);
        }
    }

    private static String millimetres(@Nullable Double number) {
        if (number == null) {
            return "?";
        }
        String text = String.format(Locale.ROOT, "%+.1f", number);
        return text.endsWith("0.0") ? "0.0" : text;
    }

    private byte[] symmetry(Mat after) {
        SymmetryDrawing drawing = SymmetryDrawing.of(pair.followUp(), frame.followUp());
        try (Mat picture = after.clone()) {
            Sketch sketch = new Sketch(picture);
            sketch.cased(drawing.midline(), Colours.GUIDE, sketch.thin());
            for (SymmetryDrawing.Pair points : drawing.pairs()) {
                sketch.cased(line(points.right(), points.left()), Colours.AFTER, sketch.thin());
                sketch.dot(points.right(), Colours.AFTER, 3 * sketch.thin());
                sketch.dot(points.left(), Colours.AFTER, 3 * sketch.thin());
                Change change = pair.measures().get(new MeasureKey(points.measure(), null));
                sketch.label(
                        points.left().y() < points.right().y() ? points.left() : points.right(),
                        millimetres(change == null ? null : change.after()),
                        Colours.GUIDE);
            }
            return Picture.quickJpeg(picture, QUALITY);
        }
    }

    private static Polyline line(Point from, Point to) {
        return new Polyline(List.of(from, to));
    }
}
