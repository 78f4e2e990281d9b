package rhytid.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;
import rhytid.alignment.Alignment;
import rhytid.comparison.Assessment;
import rhytid.comparison.Change;
import rhytid.comparison.Comparison;
import rhytid.comparison.Corrections;
import rhytid.comparison.ExpressionComparison;
import rhytid.comparison.Finding;
import rhytid.comparison.MovementChange;
import rhytid.comparison.Objection;
import rhytid.comparison.RegionChange;
import rhytid.face.Contour;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.measure.Estimate;
import rhytid.measure.FaceMeasures;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;
import rhytid.photo.Refusal;
import rhytid.wrinkle.Line;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * A made-up comparison with every kind of answer in it: significant, within noise, unknown. Its photos are drawings of
 * 600 × 800 pixels at 4 px/mm, the follow-up turned and shrunk against the baseline.
 */
final class DrawnComparison {

    static final int WIDTH = 600;
    static final int HEIGHT = 800;
    static final double PX_PER_MM = 4;

    /** From the baseline's pixels to the follow-up's. */
    static final Affine SHIFT = Affine.similarityAbout(new Point(300, 400), 0.9, Math.toRadians(4));

    private static final Point RIGHT_PUPIL = new Point(174, 360);
    private static final Point LEFT_PUPIL = new Point(426, 360);

    String followUpName = "day-14.jpg";
    final List<Objection> refusals = new ArrayList<>();
    final List<Objection> warnings = new ArrayList<>();
    boolean withPair = true;
    double foreheadLowPercent = -69;
    double rightLidAfterMm = 5.2;

    /** Whether nothing but what a test sets has changed. */
    boolean quiet;

    Comparison build() {
        Map<Expression, ExpressionComparison> expressions = new EnumMap<>(Expression.class);
        if (withPair) {
            expressions.put(Expression.REST, pair(Expression.REST));
            expressions.put(Expression.BROW_RAISE, pair(Expression.BROW_RAISE));
        }
        Map<String, MovementChange> movement = new LinkedHashMap<>();
        if (withPair) {
            movement.put("browRaise", new MovementChange("mm", 8.1, 3.2, 39.5, 31.0, 48.0, null));
            movement.put("frown", new MovementChange("mm", null, null, null, null, null, "no photo of a frown"));
        }
        return new Comparison(
                "1.0.0",
                Map.of("face_detector", "ab".repeat(32), "face_landmarks", "cd".repeat(32)),
                refusals,
                warnings,
                expressions,
                movement,
                withPair
                        ? List.of(new Finding(
                                "line-left-over",
                                "consider",
                                Side.LEFT,
                                "A line is left over at the outer corner of the left eye: consider a touch-up.",
                                6.2))
                        : List.of(),
                Corrections.NONE);
    }

    private ExpressionComparison pair(Expression expression) {
        return new ExpressionComparison(
                expression,
                assessment(expression, "day-0.jpg", Affine.IDENTITY, 0.12, 24),
                assessment(expression, followUpName, SHIFT, 0.05, 26),
                new Alignment(SHIFT.inverse(), 0.21, 0.55),
                measures(),
                regions(),
                Map.of(
                        "redness", Change.of("index", 12.1, 12.4, 0.4, 1.2),
                        "shine", Change.of("index", 0.08, quiet ? 0.07 : 0.02, 0.01, 0.03),
                        "texture", Change.unknown("index", "the follow-up is not sharp enough")));
    }

    private Map<MeasureKey, Change> measures() {
        Map<MeasureKey, Change> changes = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            for (Side side : measure.sided() ? List.of(Side.values()) : Collections.<Side>singletonList(null)) {
                changes.put(new MeasureKey(measure, side), change(measure, side));
            }
        }
        return changes;
    }

    private Change change(Measure measure, @Nullable Side side) {
        if (measure == Measure.MRD1 && side == Side.RIGHT) {
            return Change.of("mm", 5.1, rightLidAfterMm, 0.3, 0.8);
        }
        return quiet ? Change.of("mm", 5.1, 5.2, 0.3, 0.8) : loud(measure, side);
    }

    private static Change loud(Measure measure, @Nullable Side side) {
        return switch (measure) {
            case BROW_PUPIL, BROW_LATERAL -> Change.of("mm", 24.012345678, side == Side.LEFT ? 26.21 : 24.3, 0.25, 0.7);
            case GINGIVAL_SHOW -> Change.unknown("mm", "only measured in a smile");
            case SYMMETRY_BROW_PUPIL -> Change.of("mm", 0.2, 2.1, 0.3, 0.8);
            case WIDTH_RATIO -> Change.of("ratio", 0.84, 0.83, 0.01, 0.03);
            default -> Change.of("mm", 5.1, 5.2, 0.3, 0.8);
        };
    }

    private Map<Region, RegionChange> regions() {
        Map<Region, RegionChange> changes = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            changes.put(region, region(region));
        }
        return changes;
    }

    private RegionChange region(Region region) {
        if (quiet) {
            return known(region, -3, -12, 6, 13, false);
        }
        return switch (region) {
            case FOREHEAD -> known(region, -62, foreheadLowPercent, -55, 11, true);
            case CROWS_FEET_LEFT -> known(region, 24, 14, 34, 12, true);
            case PERIORAL ->
                new RegionChange(
                        region,
                        Change.unknown("index", "a beard covers it"),
                        Change.unknown("mm", "a beard covers it"),
                        Change.unknown("contrast", "a beard covers it"),
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        "a beard covers it");
            default -> known(region, -3, -12, 6, 13, false);
        };
    }

    private static RegionChange known(
            Region region, double percent, double low, double high, double mdc, boolean significant) {
        double after = 1 + percent / 100;
        return new RegionChange(
                region,
                Change.of("index", 0.8, 0.8 * after, 0.03, 0.1),
                Change.of("mm", 120, 120 * after, 4, 12),
                Change.of("contrast", 0.11, 0.11 * after, 0.004, 0.012),
                percent,
                low,
                high,
                mdc,
                significant,
                true,
                null);
    }

    private static Assessment assessment(
            Expression expression, String name, Affine place, double depth, double browHeightMm) {
        return new Assessment(
                photo(name, place, depth),
                expression,
                face(place, browHeightMm),
                new FaceMeasures(Map.of(
                        new MeasureKey(Measure.BROW_PUPIL, Side.RIGHT), Estimate.of(24.012345678, 0.2),
                        new MeasureKey(Measure.GINGIVAL_SHOW, null), Estimate.unknown("only measured in a smile"))),
                lines(place, depth),
                Map.of("redness", Estimate.of(12.1, 0.4)),
                List.of());
    }

    private static Photo photo(String name, Affine place, double depth) {
        try (Mat upright = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, new Scalar(150, 175, 215, 0));
                Mat turn = new Mat(2, 3, opencv_core.CV_64F)) {
            int dark = (int) (150 * (1 - depth));
            opencv_imgproc.ellipse(
                    upright,
                    new org.bytedeco.opencv.opencv_core.Point(300, 400),
                    new Size(230, 320),
                    0,
                    0,
                    360,
                    new Scalar(135, 160, 205, 0),
                    -1,
                    opencv_imgproc.LINE_AA,
                    0);
            opencv_imgproc.line(
                    upright,
                    new org.bytedeco.opencv.opencv_core.Point(200, 220),
                    new org.bytedeco.opencv.opencv_core.Point(400, 220),
                    new Scalar(dark, dark, dark, 0),
                    3,
                    opencv_imgproc.LINE_AA,
                    0);
            turn.createBuffer(0);
            turn.<java.nio.DoubleBuffer>createBuffer()
                    .put(new double[] {place.a(), place.b(), place.tx(), place.c(), place.d(), place.ty()});
            Mat pixels = new Mat();
            opencv_imgproc.warpAffine(upright, pixels, turn, upright.size());
            return new Photo(pixels, new PhotoInfo(name, "jpeg", null, null, null));
        }
    }

    private static Map<Region, RegionLines> lines(Affine place, double depth) {
        Map<Region, RegionLines> lines = new EnumMap<>(Region.class);
        lines.put(
                Region.FOREHEAD,
                new RegionLines(
                        Region.FOREHEAD,
                        new Polygon(List.of(
                                        new Point(160, 150),
                                        new Point(440, 150),
                                        new Point(440, 280),
                                        new Point(160, 280)))
                                .transformed(place),
                        2000,
                        List.of(new Line(
                                new Polyline(List.of(new Point(200, 220), new Point(300, 216), new Point(400, 220)))
                                        .transformed(place),
                                50,
                                0.7,
                                depth,
                                0)),
                        50,
                        depth,
                        0.3,
                        0.01,
                        null));
        return lines;
    }

    static Face face(Affine place, double browHeightMm) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            double angle = 2 * Math.PI * i / FaceLandmarks.COUNT;
            points.add(new Point(300 + 230 * Math.sin(angle), 400 - 320 * Math.cos(angle)));
        }
        points.set(468, RIGHT_PUPIL);
        points.set(473, LEFT_PUPIL);
        points.set(133, new Point(230, 362));
        points.set(33, new Point(114, 362));
        points.set(362, new Point(370, 362));
        points.set(263, new Point(486, 362));
        points.set(168, new Point(300, 350));
        points.set(152, new Point(300, 700));
        points.set(61, new Point(210, 580));
        points.set(291, new Point(390, 580));
        FaceLandmarks landmarks = new FaceLandmarks(points, 0.99, 0.4).transformed(place);
        double up = browHeightMm * PX_PER_MM;
        Map<Side, Contour> brows = new EnumMap<>(Side.class);
        Map<Side, Contour> upper = new EnumMap<>(Side.class);
        Map<Side, Contour> lower = new EnumMap<>(Side.class);
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            double out = side == Side.RIGHT ? -1 : 1;
            Point pupil = side == Side.RIGHT ? RIGHT_PUPIL : LEFT_PUPIL;
            brows.put(side, contour(place, pupil, out, -up));
            upper.put(side, contour(place, pupil, out, -16));
            lower.put(side, contour(place, pupil, out, 20));
            irises.put(side, new Iris(place.apply(pupil), 11.7 * PX_PER_MM * place.scale(), 0.3, true));
        }
        return new Face(
                landmarks,
                new HeadPose(1.2, -0.8, Math.toDegrees(place.angle())),
                0.8,
                irises,
                upper,
                lower,
                brows,
                new MillimetreScale(PX_PER_MM * place.scale(), 0.008, "iris"));
    }

    private static Contour contour(Affine place, Point pupil, double out, double dy) {
        Polyline line = new Polyline(List.of(
                pupil.plus(new Point(-out * 60, dy + 4)),
                pupil.plus(new Point(0, dy)),
                pupil.plus(new Point(out * 60, dy + 6))));
        return new Contour(line.transformed(place), 0.4, true);
    }

    static Objection objection(String code, String message, String photo) {
        return new Objection(new Refusal(code, message, 12.4, 5.0), photo);
    }
}
