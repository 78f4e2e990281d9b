package rhytid.phantom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import rhytid.face.FaceLandmarks;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionShapes;

/**
 * The folds that a mean face brings along (below the eyes, beside the nose, between the brows). A treatment that fades
 * the drawn lines of a region fades these too, or nobody would know by how much the region's lines had faded.
 */
final class OwnFolds {

    /** What is wider than this is the shape of the face. */
    private static final double WIDEST_MM = 4;

    /** Soft borders: of a region, and of brows, eyes and lips. */
    private static final double BORDER_MM = 1.2;

    /** Lashes, and brow hairs beside the brow. */
    private static final double FEATURE_MARGIN_MM = 2;

    private static final Map<MeanFace, OwnFolds> KNOWN = new ConcurrentHashMap<>();

    /** One pixel a millimetre, of the whole face frame. */
    private final List<Plane> broad;

    private final Map<Region, Plane> where = new EnumMap<>(Region.class);

    static OwnFolds of(MeanFace mean) {
        return KNOWN.computeIfAbsent(mean, OwnFolds::new);
    }

    private OwnFolds(MeanFace mean) {
        int w = (int) (mean.head().width / mean.pxPerMm());
        int h = (int) (mean.head().height / mean.pxPerMm());
        Plane skin = skin(mean, w, h);
        Plane share = skin.blurred(WIDEST_MM);
        this.broad = mean.rgb().stream()
                .map(plane -> product(plane.resized(w, h), skin).blurred(WIDEST_MM))
                .map(sum -> sum.map((x, y) -> sum.get(x, y) / Math.max(1e-4f, share.get(x, y))))
                .toList();
        RegionShapes.of(new FaceLandmarks(mean.anatomy().mesh(), 1, 0), 1).forEach((region, outline) -> {
            where.put(region, product(filled(List.of(outline), w, h).blurred(BORDER_MM), skin));
        });
    }

    private static Plane product(Plane one, Plane other) {
        return one.map((x, y) -> one.get(x, y) * other.get(x, y));
    }

    void fade(Window window, List<Plane> rgb, Effect effect) {
        if (effect.linesLeft().isEmpty()) {
            return;
        }
        Plane gone = Plane.of(broad.getFirst().width, broad.getFirst().height, (x, y) -> gone(x, y, effect));
        rgb.getFirst().rows(row -> {
            double y = window.yMm(row) - 0.5;
            for (int column = 0; column < window.width(); column++) {
                double x = window.xMm(column) - 0.5;
                float share = gone.linear(x, y);
                if (share > 0) {
                    int i = row * window.width() + column;
                    for (int c = 0; c < rgb.size(); c++) {
                        float[] values = rgb.get(c).values;
                        values[i] += share * (broad.get(c).linear(x, y) - values[i]);
                    }
                }
            }
        });
    }

    private float gone(int x, int y, Effect effect) {
        float sum = 0;
        float all = 0;
        for (Map.Entry<Region, Double> left : effect.linesLeft().entrySet()) {
            float in = Objects.requireNonNull(where.get(left.getKey()), "a region of its own")
                    .get(x, y);
            sum += in * (float) (1 - left.getValue());
            all += in;
        }
        return sum / Math.max(1, all);
    }

    /** Without brows, eyes and lips. */
    private static Plane skin(MeanFace mean, int w, int h) {
        Anatomy a = mean.anatomy();
        List<Polygon> features = List.of(
                new Polygon(a.lips()),
                between(a.upperLid(Side.RIGHT), a.lowerLid(Side.RIGHT)),
                between(a.upperLid(Side.LEFT), a.lowerLid(Side.LEFT)),
                between(a.browUpper(Side.RIGHT), a.browLower(Side.RIGHT)),
                between(a.browUpper(Side.LEFT), a.browLower(Side.LEFT)));
        Plane near = filled(features, w, h).blurred(FEATURE_MARGIN_MM);
        return Plane.of(
                w,
                h,
                (x, y) -> mean.skin().at(x + 0.5, y + 0.5) * (float) (1 - Shape.step(0.03, 0.25, near.get(x, y))));
    }

    private static Polygon between(Polyline one, Polyline other) {
        List<Point> points = new ArrayList<>(one.points());
        points.addAll(other.points().reversed());
        return new Polygon(points);
    }

    private static Plane filled(List<Polygon> outlines, int w, int h) {
        return Plane.of(w, h, (x, y) -> {
            Point p = new Point(x + 0.5, y + 0.5);
            return outlines.stream().anyMatch(outline -> outline.contains(p)) ? 1 : 0;
        });
    }
}
