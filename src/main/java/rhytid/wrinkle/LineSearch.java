package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Box;
import rhytid.geometry.Polyline;

/** Finds the lines of one region. */
final class LineSearch {

    /** Lines are searched on no finer a raster than this; they are measured on the full one. */
    private static final double SEARCH_PX_PER_MM = 5;

    private static final double MARGIN_MM = 3;

    private LineSearch() {}

    /** @param flat Weber contrast of the whole face: one photo's, or the mean of a pair */
    static List<LineGauge> lines(Raster flat, Region region, SkinArea area, Grain.Anchors anchors, TraceLimits limits) {
        Raster part = part(flat, area.outline().bounds());
        float[] skin = area.skin().blurred(0.6).stretchedTo(part).values();
        for (int i = 0; i < skin.length; i++) {
            skin[i] = skin[i] > 0.85 ? 1 : 0;
        }
        Grain grain = Grain.of(region, anchors);
        RidgeField field = RidgeField.of(part, skin, grain);
        List<LineGauge> lines = new ArrayList<>();
        for (Polyline traced : new LineTracer(field, skin, grain, limits).trace()) {
            LineGauge.of(traced, flat)
                    .trimmed(flat, limits.leastLengthMm())
                    .filter(line -> mean(line.depths(flat)) >= limits.leastDepth())
                    .filter(line -> line.continuity(flat) >= limits.continuity())
                    .filter(line -> line.darkerFlank() >= limits.flankShare())
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Raster part(Raster flat, Box box) {
        double pxPerMm = Math.min(flat.pxPerMm(), SEARCH_PX_PER_MM);
        double left = Math.max(flat.left(), box.x() - MARGIN_MM);
        double top = Math.max(flat.top(), box.y() - MARGIN_MM);
        double right = Math.min(flat.xMm(flat.width() - 1), box.right() + MARGIN_MM);
        double bottom = Math.min(flat.yMm(flat.height() - 1), box.bottom() + MARGIN_MM);
        Raster part = SkinFrame.raster(new Box(left, top, right - left, bottom - top), pxPerMm);
        double shrink = flat.pxPerMm() / pxPerMm;
        Raster fine = shrink > 1.05 ? flat.blurred(0.4 * Math.sqrt(shrink * shrink - 1) / flat.pxPerMm()) : flat;
        return fine.stretchedTo(part);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
