package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;

/** Puts what was read along lines into the form that others see, in pixels of the photo. */
final class Readout {

    /** RegionLines states the index in 1/mm × 100. */
    private static final double INDEX_UNIT = 100;

    private Readout() {}

    static RegionLines unusable(Region region, SkinArea area, UnaryOperator<Point> toPhoto, String reason) {
        return new RegionLines(region, outline(area, toPhoto), area.areaMm2(), List.of(), 0, 0, 0, Double.NaN, reason);
    }

    /**
     * @param found both what is summed up and what is shown
     * @param contrast what this photo's depths are divided by
     * @param sumError standard error of Σ length × depth, mm
     */
    static RegionLines of(
            Region region,
            SkinArea area,
            LineSearch.Findings found,
            Raster flat,
            AfterContrast contrast,
            double sumError,
            UnaryOperator<Point> toPhoto) {
        Map<LineGauge, double[]> read = new IdentityHashMap<>();
        double length = 0;
        double sum = 0;
        for (LineGauge gauge : found.all()) {
            double[] depths = gauge.depths(flat, contrast);
            read.put(gauge, depths);
            double own = LineSearch.SHARE * gauge.lengthMm();
            length += own;
            sum += own * LineSearch.mean(depths);
        }
        List<Line> visible = new ArrayList<>();
        for (LineGauge line : found.distinct()) {
            visible.addAll(VisibleParts.of(line, Objects.requireNonNull(read.get(line)), toPhoto));
        }
        return new RegionLines(
                region,
                outline(area, toPhoto),
                area.areaMm2(),
                visible,
                visible.stream().mapToDouble(Line::lengthMm).sum(),
                length > 0 ? sum / length : 0,
                INDEX_UNIT * sum / area.areaMm2(),
                INDEX_UNIT * sumError / area.areaMm2(),
                null);
    }

    private static Polygon outline(SkinArea area, UnaryOperator<Point> toPhoto) {
        return new Polygon(area.outline().points().stream().map(toPhoto).toList());
    }

    static Polyline path(List<Point> mm, UnaryOperator<Point> toPhoto) {
        return new Polyline(mm.stream().map(toPhoto).toList());
    }
}
