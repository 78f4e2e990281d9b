package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;

/**
 * The measurable skin of a region.
 *
 * @param outline in mm; the forehead's ends at the hairline
 * @param skin 1 where the region shows skin, at the mask's raster
 * @param reason why it can't be used, null where it can
 */
record SkinArea(
        Polygon outline,
        Raster skin,
        double areaMm2,
        @Nullable String reason) {

    static SkinArea of(Region region, Canvas canvas, SkinMask mask, SkinLimits limits) {
        Polygon outline = canvas.outline(region);
        if (region == Region.FOREHEAD) {
            outline = toHairline(outline, mask.hair(), limits.hairlineMm());
            if (height(outline) < limits.leastForeheadMm()) {
                return new SkinArea(outline, mask.skin().empty(), 0, "hair covers the forehead");
            }
        }
        Raster inside = Stencil.of(mask.skin(), outline);
        double whole = 0;
        double skin = 0;
        double dark = 0;
        double burnt = 0;
        for (int i = 0; i < inside.values().length; i++) {
            if (inside.values()[i] > 0 && mask.features().values()[i] < 0.5) {
                whole++;
                skin += mask.skin().values()[i];
                dark += mask.hair().values()[i];
                burnt += mask.shine().values()[i];
            }
            inside.values()[i] *= mask.skin().values()[i];
        }
        double perMm2 = mask.skin().pxPerMm() * mask.skin().pxPerMm();
        String reason = skin >= limits.leastShare() * whole ? null : reason(region, dark >= burnt);
        return new SkinArea(outline, inside, skin / perMm2, reason);
    }

    private static String reason(Region region, boolean dark) {
        if (!dark) {
            return "too shiny here: the highlights hide the skin";
        }
        return switch (region) {
            case FOREHEAD -> "hair covers the forehead";
            case PERIORAL, CHIN, MARIONETTE_RIGHT, MARIONETTE_LEFT, NASOLABIAL_RIGHT, NASOLABIAL_LEFT ->
                "beard, hair or deep shadow covers the skin";
            case INFRAORBITAL_RIGHT, INFRAORBITAL_LEFT -> "glasses, make-up or deep shadow covers the skin";
            default -> "hair or deep shadow covers the skin";
        };
    }

    /** Cut, column by column, where hair covers more than 2.5 mm on the way up from the brow. */
    private static Polygon toHairline(Polygon outline, Raster hair, double marginMm) {
        Box box = outline.bounds();
        int columns = Math.max(3, (int) Math.round(box.width() / 2));
        double[] x = new double[columns];
        double[] bottom = new double[columns];
        double[] top = new double[columns];
        int kept = 0;
        for (int c = 0; c < columns; c++) {
            double at = box.x() + (c + 0.5) * box.width() / columns;
            double[] span = span(outline, at, box);
            if (span[1] - span[0] < 2) {
                continue;
            }
            x[kept] = at;
            bottom[kept] = span[1];
            top[kept++] = reach(hair, at, span, marginMm);
        }
        if (kept < 3) {
            return outline;
        }
        double[] smooth = runningMedian(top, kept);
        List<Point> points = new ArrayList<>();
        for (int c = 0; c < kept; c++) {
            points.add(new Point(x[c], bottom[c]));
        }
        for (int c = kept - 1; c >= 0; c--) {
            points.add(new Point(x[c], Math.min(smooth[c], bottom[c] - 0.5)));
        }
        return new Polygon(points);
    }

    private static double[] span(Polygon outline, double x, Box box) {
        double top = Double.NaN;
        double bottom = Double.NaN;
        for (double y = box.y(); y <= box.bottom(); y += 0.5) {
            if (outline.contains(new Point(x, y))) {
                top = Double.isNaN(top) ? y : top;
                bottom = y;
            }
        }
        return Double.isNaN(top) ? new double[] {0, 0} : new double[] {top, bottom};
    }

    private static double reach(Raster hair, double x, double[] span, double marginMm) {
        double last = span[1];
        for (double y = span[1]; y >= span[0]; y -= 0.5) {
            if (hair.at(x, y) < 0.5) {
                last = y;
            } else if (last - y > 2.5 && span[1] - y > 5) {
                return last + marginMm;
            }
        }
        return last;
    }

    private static double[] runningMedian(double[] values, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            int reach = Math.min(4, Math.min(i, n - 1 - i));
            double[] near = Arrays.copyOfRange(values, i - reach, i + reach + 1);
            Arrays.sort(near);
            out[i] = near[near.length / 2];
        }
        return out;
    }

    /** In the middle third, where the forehead is what it is. */
    private static double height(Polygon outline) {
        Box box = outline.bounds();
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            double[] span = span(outline, box.centre().x() + (i - 4) / 8.0 * box.width() / 3, box);
            sum += (span[1] - span[0]) / 9;
        }
        return sum;
    }
}
