package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Box;
import rhytid.geometry.Polyline;

/** Finds the lines of a face, region by region. Safe for use by many threads. */
final class LineSearch {

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

    List<LineGauge> lines(Region region, SkinArea area, Grain.Anchors anchors, TraceLimits limits) {
        Raster part = part(area.outline().bounds());
        float[] where = area.skin().blurred(0.6).stretchedTo(part).values();
        for (int i = 0; i < where.length; i++) {
            where[i] = where[i] > 0.85 ? 1 : 0;
        }
        Grain grain = Grain.of(region, anchors);
        RidgeField field = RidgeField.of(part, where, grain);
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

    private Raster part(Box box) {
        double left = Math.max(flat.left(), box.x() - MARGIN_MM);
        double top = Math.max(flat.top(), box.y() - MARGIN_MM);
        double right = Math.min(flat.xMm(flat.width() - 1), box.right() + MARGIN_MM);
        double bottom = Math.min(flat.yMm(flat.height() - 1), box.bottom() + MARGIN_MM);
        return smooth.stretchedTo(SkinFrame.raster(new Box(left, top, right - left, bottom - top), searched(flat)));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
