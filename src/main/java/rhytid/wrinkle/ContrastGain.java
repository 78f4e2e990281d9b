package rhytid.wrinkle;

import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * By how much the follow-up shows the same untreated skin with more contrast than the baseline (a tone curve, a
 * camera's sharpening): read at the width of broad lines (finer, noise counts as contrast) on both cheeks, where no
 * usual treatment goes. What the turn of the light makes of texture is none of the camera's. Where the cheeks show too
 * little that both photos agree on, the gain stays near 1, with an error that says so.
 */
record ContrastGain(double gain, double error) {

    private static final double FINE_MM = 0.5;
    private static final double COARSE_MM = 1.3;
    private static final double CHEEK_MM = 11;

    /** Spread of ln(gain) between photos of one camera and its settings, which is what most pairs are. */
    private static final double ALIKE_SPREAD = 0.01;

    /** The same where another camera, app or tone curve came between. */
    private static final double UNLIKE_SPREAD = 0.2;

    private static final double UNLIKE_SHARE = 0.2;

    /**
     * Beyond twice that spread it is no tone curve: something lies on the cheeks of one photo, or a filter smoothed
     * them. Of phantoms and London faces whose light, camera and place differ as they may, none came to 0.3; a phantom
     * that did read all its lines 40 % too shallow.
     */
    private static final double UNBELIEVABLE = 2 * UNLIKE_SPREAD;

    /**
     * What the photos do not share is noise; of unlike amounts of it this share is taken for contrast. Pairs of one
     * phantom scattered so.
     */
    private static final double NOISE_UNEVEN = 0.2;

    /**
     * The same for each e-fold by which the noise should differ: photos that are so unlike come from cameras whose
     * noise differs too, and JPEG takes more of the fainter. Phantoms (seeds 700 to 713) and London faces retaken (odd
     * numbers, noise 0.5 to 2.5, quality 70 to 95) did so.
     */
    private static final double NOISE_UNKNOWN = 1;

    /** Of what the light's turn is said to make of texture. */
    private static final double LIGHT_DOUBT = 0.4;

    /**
     * @param noiseRatio of the follow-up's noise to the baseline's, as variances in the band that is read:
     *     {@link #noise} of both
     */
    static ContrastGain of(
            Raster before, Raster after, double noiseRatio, Canvas canvas, SkinMask mask, LightTurn turn) {
        double oneOne = 0;
        double twoTwo = 0;
        double oneTwo = 0;
        int n = 0;
        for (Side side : Side.values()) {
            Point centre = canvas.frame().mm(canvas.mesh().point(FaceMesh.cheek(side)));
            Raster cheek = around(before, centre);
            float[] one = band(cheek);
            float[] two = band(around(after, centre));
            float[] skin = mask.skin().blurred(1).stretchedTo(cheek).values();
            double reach = CHEEK_MM * cheek.pxPerMm();
            for (int at = 0; at < one.length; at++) {
                double right = at % cheek.width() - cheek.column(centre.x());
                double down = at / cheek.width() - cheek.row(centre.y());
                if (skin[at] > 0.9 && right * right + down * down < reach * reach) {
                    oneOne += one[at] * one[at];
                    twoTwo += two[at] * two[at];
                    oneTwo += one[at] * two[at];
                    n++;
                }
            }
        }
        double independent = n / square(before.pxPerMm() * COARSE_MM);
        return of(oneOne, twoTwo, oneTwo, noiseRatio, independent, Math.log(turn.ofTexture()));
    }

    /** Whether so much lies between the photos that lines divided by it would say nothing. */
    boolean isUnbelievable() {
        return Math.abs(Math.log(gain)) > UNBELIEVABLE;
    }

    /**
     * Variance, in the band that is read, of the noise of a photo whose pixels are all as noisy, up to a factor that
     * all photos of a camera share.
     *
     * @param pxPerMm of the photo: many pixels average out
     * @param blurMm of the blur added to it
     */
    static double noise(double pxPerMm, double blurMm) {
        double fine = square(FINE_MM) + square(blurMm);
        double coarse = square(COARSE_MM) + square(blurMm);
        return (1 / (2 * fine) + 1 / (2 * coarse) - 2 / (fine + coarse)) / square(pxPerMm);
    }

    /**
     * @param independent how many independent places were looked at
     * @param byLight ln of the contrast that the light's turn gives to the texture
     */
    private static ContrastGain of(
            double oneOne, double twoTwo, double oneTwo, double noiseRatio, double independent, double byLight) {
        if (!(oneOne > 0 && twoTwo > 0 && oneTwo > 0) || independent < 20) {
            return believed(0, UNLIKE_SPREAD);
        }
        double coherence = Math.min(1, oneTwo / Math.sqrt(oneOne * twoTwo));
        double off = twoTwo - noiseRatio * oneOne;
        double slope = (off + Math.sqrt(off * off + 4 * noiseRatio * oneTwo * oneTwo)) / (2 * oneTwo);
        double log = Math.log(slope) - byLight;
        double unshared = (1 - coherence) * Math.hypot(NOISE_UNEVEN, NOISE_UNKNOWN * Math.log(noiseRatio));
        double seen = Math.hypot(unshared, Math.sqrt((1 - coherence * coherence) / independent));
        double error = Math.hypot(seen, LIGHT_DOUBT * byLight);
        return believed(log, error);
    }

    /**
     * What is left of a gain that was seen: most pairs have next to none, and of a small one nobody can tell whether it
     * is more than the error of seeing it; one that stands out is believed. The mean of what the two kinds of pairs
     * make likely, and its standard error.
     *
     * @param log ln(gain) as it was seen
     * @param error its standard error
     */
    static ContrastGain believed(double log, double error) {
        double alike = (1 - UNLIKE_SHARE) * likelihood(log, Math.hypot(ALIKE_SPREAD, error));
        double unlike = UNLIKE_SHARE * likelihood(log, Math.hypot(UNLIKE_SPREAD, error));
        double share = unlike / (alike + unlike);
        double little = square(ALIKE_SPREAD) / (square(ALIKE_SPREAD) + square(error));
        double much = square(UNLIKE_SPREAD) / (square(UNLIKE_SPREAD) + square(error));
        double mean = ((1 - share) * little + share * much) * log;
        double within = ((1 - share) * little + share * much) * square(error);
        double between = share * (1 - share) * square((much - little) * log);
        double gain = Math.exp(mean);
        return new ContrastGain(gain, gain * Math.sqrt(within + between));
    }

    private static double likelihood(double off, double spread) {
        return Math.exp(-square(off / spread) / 2) / spread;
    }

    /** The cheek with room for the kernels. */
    private static Raster around(Raster flat, Point centre) {
        double reach = CHEEK_MM + 4 * COARSE_MM;
        int left = (int) Math.clamp(flat.column(centre.x() - reach), 0, flat.width() - 2.0);
        int top = (int) Math.clamp(flat.row(centre.y() - reach), 0, flat.height() - 2.0);
        int right = (int) Math.clamp(flat.column(centre.x() + reach), left + 2.0, flat.width());
        int bottom = (int) Math.clamp(flat.row(centre.y() + reach), top + 2.0, flat.height());
        return flat.cut(left, top, right - left, bottom - top);
    }

    private static float[] band(Raster flat) {
        float[] fine = flat.blurred(FINE_MM).values();
        float[] coarse = flat.blurred(COARSE_MM).values();
        float[] band = new float[fine.length];
        for (int i = 0; i < band.length; i++) {
            band[i] = fine[i] - coarse[i];
        }
        return band;
    }

    private static double square(double v) {
        return v * v;
    }
}
