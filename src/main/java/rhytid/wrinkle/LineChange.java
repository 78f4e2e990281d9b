package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import rhytid.geometry.Point;

/**
 * What became of a region's lines together.
 *
 * @param sumBefore Σ length × depth in the baseline, mm
 * @param ratio the follow-up's Σ over the baseline's
 * @param noise standard error of the difference of the two sums, read beside the lines, mm
 * @param disagreement standard error of the ratio from how much stretches of 3 mm disagree (jackknife)
 * @param gainShareError standard error of the ratio from that of the contrast gain
 * @param lightError standard error of the ratio from where the light stood
 * @param blurError standard error of the ratio from how well the blur of both photos is known to be the same
 * @param textureError standard error of the ratio from how well it is known what of the lines' depth is texture: only
 *     of lines that changed
 */
record LineChange(
        double sumBefore,
        double ratio,
        double noise,
        double disagreement,
        double gainShareError,
        double lightError,
        double blurError,
        double textureError) {

    private static final double STRETCH_MM = 3;

    /**
     * Of what is taken for texture: what was left of lines that went scattered so about it ({@link LineGauge#less}).
     */
    private static final double TEXTURE_DOUBT = 0.7;

    /**
     * @param pigment the share of the light's correction that is doubted because the lines may be pigment, not relief
     */
    static LineChange of(
            List<LineGauge> lines, MatchedLight light, AfterContrast contrast, Placebo placebo, double pigment) {
        LightTurn turn = contrast.turn();
        double doubt = 0;
        double blurDoubt = 0;
        double texture = 0;
        List<double[]> stretches = new ArrayList<>();
        for (LineGauge line : lines) {
            double[] one = line.depths(light.before());
            double[] two = line.depths(light.after(), contrast);
            double counted = LineSearch.SHARE * line.lengthMm();
            double step = counted / one.length;
            blurDoubt += counted * LineSearch.mean(two) * line.shareLostTo(light.blurErrorMm2());
            texture += counted * line.texture();
            int each = (int) Math.max(1, Math.round(STRETCH_MM * one.length / line.lengthMm()));
            for (int i = 0; i < one.length; i += each) {
                double[] sums = new double[2];
                for (int k = i; k < Math.min(one.length, i + each); k++) {
                    sums[0] += step * one[k];
                    sums[1] += step * two[k];
                    Point normal = line.normals().get(k);
                    doubt += step * two[k] * Math.hypot(turn.doubt(normal), pigment * Math.log(turn.gain(normal)));
                }
                stretches.add(sums);
            }
        }
        double before = stretches.stream().mapToDouble(s -> s[0]).sum();
        double after = stretches.stream().mapToDouble(s -> s[1]).sum();
        double ratio = before > 0 ? after / before : Double.NaN;
        return new LineChange(
                before,
                ratio,
                placebo.spread(light.before(), light.after(), contrast.gain().gain()),
                jackknife(stretches, before, after),
                ratio * contrast.gain().error() / contrast.gain().gain(),
                before > 0 ? Math.abs(doubt) / before : Double.NaN,
                before > 0 ? Math.abs(blurDoubt) / before : Double.NaN,
                TEXTURE_DOUBT * Math.abs(1 - ratio) * texture / before);
    }

    private static double jackknife(List<double[]> stretches, double before, double after) {
        int n = stretches.size();
        if (n * LineSearch.SHARE < 3) {
            // One line says nothing of disagreement; the noise beside it must do.
            return 0;
        }
        double sum = 0;
        double square = 0;
        for (double[] s : stretches) {
            double ratio = (after - s[1]) / (before - s[0]);
            sum += ratio;
            square += ratio * ratio;
        }
        double variance = Math.max(0, square / n - (sum / n) * (sum / n));
        // Findings of one line agree with each other: they are no more stretches than its own.
        return Math.sqrt((n - 1) * variance / LineSearch.SHARE);
    }
}
