package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.Face;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionShapes;

/** What lies over a portrait's skin: something black that covers it, or less light that falls on it. */
final class Veil {

    /** Light that black hair and black frames give back, of white's. */
    private static final double BLACK = 0.015;

    /** A stroke thinner than a pixel covers less of it instead. */
    private static final double THINNEST_PX = 0.45;

    private static final double STEP_PX = 0.4;

    /** A region that is touched at fewer places is not judged. */
    private static final int TOUCHED_PLACES = 8;

    private final Photo portrait;
    private final double pxPerMm;
    private final Map<Region, Polygon> regions;
    private final float[] cover;
    private final float[] shade;
    private final List<Point> places = new ArrayList<>();

    Veil(Photo portrait, Face face) {
        this.portrait = portrait;
        this.pxPerMm = face.scale().pxPerMm();
        this.regions = RegionShapes.of(face.landmarks(), pxPerMm);
        this.cover = new float[portrait.width() * portrait.height()];
        this.shade = new float[cover.length];
    }

    Polygon outline(Region region) {
        return Objects.requireNonNull(regions.get(region), region.name());
    }

    double px(double mm) {
        return mm * pxPerMm;
    }

    /** A black stroke along a bent way from one place over a second to a third. */
    void stroke(Point from, Point over, Point to, double widthMm, double strength) {
        double sigma = Math.max(THINNEST_PX, px(widthMm) / 2);
        double covers = strength * Math.min(1, px(widthMm) / (2 * sigma));
        int steps = (int) Math.max(2, (from.distanceTo(over) + over.distanceTo(to)) / STEP_PX);
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            dab(cover, from.towards(over, t).towards(over.towards(to, t), t), sigma, covers);
        }
    }

    /** A round place that less light comes from. */
    void pit(Point at, double diameterMm, double depth) {
        dab(shade, at, Math.max(THINNEST_PX, px(diameterMm) / 2.4), depth);
    }

    private void dab(float[] field, Point at, double sigma, double amount) {
        places.add(at);
        int reach = (int) Math.ceil(3 * sigma);
        for (int y = (int) at.y() - reach; y <= at.y() + reach; y++) {
            for (int x = (int) at.x() - reach; x <= at.x() + reach; x++) {
                if (x >= 0 && y >= 0 && x < portrait.width() && y < portrait.height()) {
                    double d = at.distanceTo(new Point(x, y)) / sigma;
                    // Broad strokes are even and have an edge of a pixel; what is thinner is as the lens shows it.
                    double profile = sigma > 2 ? Math.clamp((1.5 - d) * sigma, 0, 1) : Math.exp(-d * d / 2);
                    int i = y * portrait.width() + x;
                    field[i] = (float) Math.max(field[i], amount * profile);
                }
            }
        }
    }

    /** All that lies to one side of a straight edge is shaded; the edge is as soft as said. */
    void shadow(Point edge, Point towardsShade, double softMm, double depth) {
        Point across = towardsShade.unit();
        for (int y = 0; y < portrait.height(); y++) {
            for (int x = 0; x < portrait.width(); x++) {
                double inside = new Point(x, y).minus(edge).dot(across) / px(softMm);
                int i = y * portrait.width() + x;
                shade[i] = (float) Math.max(shade[i], depth / (1 + Math.exp(-inside)));
            }
        }
        for (int k = -400; k <= 400; k++) {
            places.add(edge.plus(across.quarterTurn().times(px(0.25 * k))));
        }
    }

    /** The regions it lies on. */
    Set<Region> touched() {
        return regions.entrySet().stream()
                .filter(r -> places.stream().filter(r.getValue()::contains).count() >= TOUCHED_PLACES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The portrait under it, for the caller to close. */
    Photo over() {
        Mat result = portrait.pixels().clone();
        try (UByteIndexer pixels = result.createIndexer()) {
            for (int i = 0; i < cover.length; i++) {
                if (cover[i] + shade[i] > 1e-3) {
                    int x = i % portrait.width();
                    int y = i / portrait.width();
                    for (int c = 0; c < 3; c++) {
                        int shaded = LinearLight.times(pixels.get(y, x, c), 1 - shade[i]);
                        pixels.put(y, x, c, LinearLight.covered(shaded, cover[i], BLACK));
                    }
                }
            }
        }
        return new Photo(result, portrait.info());
    }
}
