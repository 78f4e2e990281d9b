package rhytid.wrinkle;

import java.util.Arrays;

/**
 * How far the skin of a region still lies off in the follow-up, after all that was done to lay it over the baseline.
 *
 * @param mmMedian over the region's skin; NaN where there is none
 * @param mmP95 the same, 95th percentile
 */
public record Misfit(double mmMedian, double mmP95) {

    static Misfit of(Flow rest, SkinArea area) {
        Raster skin = area.skin().stretchedTo(rest.dxMm());
        double[] lengths = new double[skin.values().length];
        int n = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (skin.values()[i] > 0.5) {
                lengths[n++] = Math.hypot(rest.dxMm().values()[i], rest.dyMm().values()[i]);
            }
        }
        if (n == 0) {
            return new Misfit(Double.NaN, Double.NaN);
        }
        Arrays.sort(lengths, 0, n);
        return new Misfit(lengths[n / 2], lengths[(int) (0.95 * (n - 1))]);
    }
}
