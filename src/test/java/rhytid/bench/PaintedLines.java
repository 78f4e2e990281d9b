package rhytid.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionShapes;

/**
 * Valleys painted into the skin of a portrait: across the forehead and beside the eyes, deep enough to be the lines
 * that count there. Where they fade, the person's own lines of the same regions fade alike, or nobody would know by how
 * much a region's lines had faded.
 *
 * @param regions outlines in pixels of the portrait, of the regions painted into
 */
record PaintedLines(List<Valley> valleys, List<Polygon> regions, double pxPerMm) {

    static final Set<Region> REGIONS = Set.of(Region.FOREHEAD, Region.CROWS_FEET_RIGHT, Region.CROWS_FEET_LEFT);

    private static final double STEP_PX = 0.5;

    /** @param course in pixels of the portrait */
    private record Valley(Polyline course, double sigmaPx, double depth) {}

    static PaintedLines random(Face face, long seed) {
        Random random = new Random(seed);
        double px = face.scale().pxPerMm();
        List<Valley> valleys = new ArrayList<>();
        Point brows = face.landmarks().point(9);
        for (int i = 0; i < 3; i++) {
            Point middle =
                    brows.plus(new Point(between(random, -4, 4), -22 - 7 * i + between(random, -1, 1)).times(px));
            double half = between(random, 17, 22) * px;
            double sag = between(random, -1.5, 1.5) * px;
            List<Point> course = new ArrayList<>();
            for (int k = -4; k <= 4; k++) {
                course.add(middle.plus(new Point(half * k / 4, sag * (k * k / 16.0 - 0.5))));
            }
            valleys.add(new Valley(new Polyline(course), between(random, 0.35, 0.5) * px, between(random, 0.14, 0.26)));
        }
        for (Side side : Side.values()) {
            int out = side == Side.RIGHT ? -1 : 1;
            Point canthus = face.landmarks().point(FaceMesh.lateralCanthus(side));
            for (int i = 0; i < 4; i++) {
                double angle = Math.toRadians(-16 + 18 * i + between(random, -4, 4));
                Point way = new Point(out * Math.cos(angle), Math.sin(angle));
                valleys.add(new Valley(
                        new Polyline(List.of(
                                canthus.plus(way.times(7 * px)),
                                canthus.plus(way.times(between(random, 14, 18) * px)))),
                        between(random, 0.3, 0.4) * px,
                        between(random, 0.16, 0.28)));
            }
        }
        Map<Region, Polygon> outlines = RegionShapes.of(face.landmarks(), px);
        return new PaintedLines(valleys, REGIONS.stream().map(outlines::get).toList(), px);
    }

    /** Where they run, in pixels of the portrait. */
    List<Polyline> courses() {
        return valleys.stream().map(Valley::course).toList();
    }

    /** The regions painted into, with their change in percent where so much of the lines is left. */
    Map<Region, Double> changed(double left) {
        Map<Region, Double> changed = new EnumMap<>(Region.class);
        for (Region region : REGIONS) {
            changed.put(region, 100 * (left - 1));
        }
        return changed;
    }

    /** The portrait with these lines, so much of their depth and of the skin's own left; closes nothing. */
    Photo on(Photo portrait, double left) {
        Mat result = portrait.pixels().clone();
        regions.forEach(region -> SkinDetail.keep(result, region, pxPerMm, left));
        double[] dark = new double[portrait.width() * portrait.height()];
        valleys.forEach(v -> add(v, left, dark, portrait));
        try (UByteIndexer pixels = result.createIndexer()) {
            for (int i = 0; i < dark.length; i++) {
                if (dark[i] > 1e-4) {
                    int x = i % portrait.width();
                    int y = i / portrait.width();
                    for (int c = 0; c < 3; c++) {
                        pixels.put(y, x, c, LinearLight.times(pixels.get(y, x, c), 1 - dark[i]));
                    }
                }
            }
        }
        return new Photo(result, portrait.info());
    }

    private static void add(Valley valley, double left, double[] dark, Photo portrait) {
        int reach = (int) Math.ceil(4 * valley.sigmaPx);
        List<Point> places = valley.course
                .resampled((int) (valley.course.length() / STEP_PX))
                .points();
        for (int k = 0; k < places.size(); k++) {
            Point p = places.get(k);
            double end = Math.min(k, places.size() - 1 - k) * STEP_PX / (3 * valley.sigmaPx);
            double depth = left * valley.depth * Math.min(1, end);
            for (int y = (int) p.y() - reach; y <= p.y() + reach; y++) {
                for (int x = (int) p.x() - reach; x <= p.x() + reach; x++) {
                    if (x >= 0 && y >= 0 && x < portrait.width() && y < portrait.height()) {
                        double d = p.distanceTo(new Point(x, y)) / valley.sigmaPx;
                        int at = y * portrait.width() + x;
                        dark[at] = Math.max(dark[at], depth * Math.exp(-d * d / 2));
                    }
                }
            }
        }
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
