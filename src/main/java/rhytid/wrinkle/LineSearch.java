package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import rhytid.geometry.Box;
import rhytid.geometry.Polyline;

/**
 * Finds the lines of a face, region by region. A faint line is found or missed by where the pixels happen to lie, so
 * every region is searched on more than one raster, and a line counts by the share of them that find it. Safe for use
 * by many threads.
 */
final class LineSearch {

    /** Where the rasters begin, in their own pixels. */
    private static final double[] SHIFTS = {0, 0.5};

    /** What one finding of {@link #lines} counts. */
    static final double SHARE = 1.0 / SHIFTS.length;

    /** Nearer than this to another finding, it is the same line. */
    private static final double SAME_MM = 0.7;

    /** Lines are searched on no finer a raster than this; they are measured on the full one. */
    private static final double SEARCH_PX_PER_MM = 5;

    private static final double MARGIN_MM = 3;

    private final Raster flat;
    private final Raster skin;
    private final Raster smooth;

    /**
     * @param flat Weber contrast of the whole face: one photo's, or the mean of a pair
     * @param skin 1 where the face shows skin, the border of a region being none of the skin's
     */
    LineSearch(Raster flat, Raster skin) {
        this.flat = flat;
        this.skin = skin;
        double shrink = flat.pxPerMm() / searched(flat);
        this.smooth = shrink > 1.05 ? flat.blurred(0.4 * Math.sqrt(shrink * shrink - 1) / flat.pxPerMm()) : flat;
    }

    /**
     * What was found in a region.
     *
     * @param all a line is there once for each raster that shows it
     * @param distinct each line once, as far as it was found
     * @param placebo the skin beside them
     */
    record Findings(List<LineGauge> all, List<LineGauge> distinct, Placebo placebo) {}

    Findings lines(Region region, SkinArea area, Grain.Anchors anchors, TraceLimits limits) {
        Grain grain = Grain.of(region, anchors);
        Box box = area.outline().bounds();
        Raster inside = area.skin().blurred(0.6);
        Raster coarse = part(box, 0).shrunk(2);
        RidgeField broad = RidgeField.of(coarse, where(inside, coarse), grain, RidgeField.BROAD_MM);
        List<LineGauge> lines = new ArrayList<>();
        for (double shift : SHIFTS) {
            Raster part = part(box, shift);
            float[] where = where(inside, part);
            RidgeField field =
                    RidgeField.of(part, where, grain, RidgeField.NARROW_MM).or(broad);
            lines.addAll(lines(field, where, grain, limits));
        }
        Placebo placebo = new Placebo(lines, area, new Random(region.ordinal()));
        List<LineGauge> all = lines.stream()
                .map(line -> line.less(placebo.texture(line, flat), flat))
                .toList();
        return new Findings(all, distinct(all), placebo);
    }

    /** The findings without those that another, longer one runs along. */
    static List<LineGauge> distinct(List<LineGauge> findings) {
        List<LineGauge> distinct = new ArrayList<>();
        findings.stream()
                .sorted(Comparator.comparingDouble(LineGauge::lengthMm).reversed())
                .filter(line -> distinct.stream().noneMatch(longer -> longer.runsAlong(line, SAME_MM)))
                .forEach(distinct::add);
        return distinct;
    }

    /** 1 well inside a region's skin. */
    private static float[] where(Raster inside, Raster part) {
        float[] where = inside.stretchedTo(part).values();
        for (int i = 0; i < where.length; i++) {
            where[i] = where[i] > 0.85 ? 1 : 0;
        }
        return where;
    }

    private List<LineGauge> lines(RidgeField field, float[] where, Grain grain, TraceLimits limits) {
        List<LineGauge> lines = new ArrayList<>();
        for (Polyline traced : new LineTracer(field, where, grain, limits).trace()) {
            LineGauge.of(traced, flat)
                    .trimmed(flat, limits.leastLengthMm())
                    .filter(line -> line.flankedBy(skin) >= limits.flanked())
                    .filter(line -> mean(line.depths(flat)) >= limits.leastDepth())
                    .filter(line -> line.continuity(flat) >= limits.continuity())
                    .filter(line -> line.darkerFlank() >= limits.flankShare())
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static double searched(Raster flat) {
        return Math.min(flat.pxPerMm(), SEARCH_PX_PER_MM);
    }

    private Raster part(Box box, double shift) {
        double left = Math.max(flat.left(), box.x() - MARGIN_MM);
        double top = Math.max(flat.top(), box.y() - MARGIN_MM);
        double right = Math.min(flat.xMm(flat.width() - 1), box.right() + MARGIN_MM);
        double bottom = Math.min(flat.yMm(flat.height() - 1), box.bottom() + MARGIN_MM);
        double off = shift / searched(flat);
        return smooth.stretchedTo(
                SkinFrame.raster(new Box(left + off, top + off, right - left, bottom - top), searched(flat)));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
