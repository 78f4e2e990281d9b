package rhytid.wrinkle;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.geometry.Point;

/**
 * How much each place looks like a dark valley that runs in each of twelve directions: second derivatives across, at
 * physical widths, averaged along the direction (steerable filters of Freeman and Adelson 1991, elongated so that a
 * pore or a stubble hair, which has no length, answers weakly). A response is given in units of what the texture of the
 * same skin answers in directions in which the region has no lines.
 *
 * @param frame the raster
 * @param looked by direction, whether it was looked at
 * @param strength by direction, then by pixel; NaN-free, 0 where the direction is not looked at
 */
record RidgeField(Raster frame, boolean[] looked, float[][] strength) {

    static final int DIRECTIONS = 12;

    /** Standard deviations of the narrow valleys looked for, mm. */
    static final double[] NARROW_MM = {0.2, 0.36};

    /** Of the broad ones: half as fine a raster shows them as well. */
    static final double[] BROAD_MM = {0.65, 1.1};

    /** Standard deviation of the average along a line, mm: shorter than the shortest line by its whole width. */
    private static final double ALONG_MM = 0.8;

    /** A skin's texture never answers less than this (in Weber contrast), whatever a smooth picture says. */
    private static final double LEAST_TEXTURE = 0.0025;

    /** How far around a place its texture is looked at, mm. */
    private static final double TEXTURE_MM = 6;

    private static final int BLOCK = 2048;

    /**
     * @param flat Weber contrast against the light around, 0 where there is no skin
     * @param widthsMm standard deviations of the valleys looked for
     */
    static RidgeField of(Raster flat, float[] skin, Grain grain, double[] widthsMm) {
        boolean[] wanted = new boolean[DIRECTIONS];
        boolean[] across = new boolean[DIRECTIONS];
        look(flat, grain, wanted, across);
        Texture skinTexture = Texture.of(flat, skin, grain, wanted, across);
        float[][] best = new float[DIRECTIONS][];
        for (double width : widthsMm) {
            double sigma = Math.max(width * flat.pxPerMm(), 0.8);
            float[][] second = secondDerivatives(flat, sigma);
            float[][] answers = new float[DIRECTIONS][];
            for (int d = 0; d < DIRECTIONS; d++) {
                if (wanted[d] || across[d]) {
                    answers[d] = smoothAlong(steer(second, angle(d)), flat, angle(d));
                }
            }
            float[] perTexture = skinTexture.inverse(answers, flat);
            for (int d = 0; d < DIRECTIONS; d++) {
                if (wanted[d]) {
                    best[d] = larger(best[d], answers[d], perTexture);
                }
            }
        }
        for (int d = 0; d < DIRECTIONS; d++) {
            if (best[d] == null) {
                best[d] = new float[flat.values().length];
            }
        }
        return new RidgeField(flat, wanted, best);
    }

    /** What either shows, on this one's raster. */
    RidgeField or(RidgeField other) {
        float[][] both = new float[DIRECTIONS][];
        for (int d = 0; d < DIRECTIONS; d++) {
            both[d] = strength[d];
            if (other.looked[d]) {
                both[d] = other.frame.with(other.strength[d]).stretchedTo(frame).values();
                for (int i = 0; i < both[d].length; i++) {
                    both[d][i] = Math.max(both[d][i], strength[d][i]);
                }
            }
        }
        return new RidgeField(frame, looked, both);
    }

    static double angle(int direction) {
        return Math.PI * direction / DIRECTIONS;
    }

    /** Direction whose angle is nearest. */
    static int direction(double angleRad) {
        return Math.floorMod((int) Math.round(angleRad * DIRECTIONS / Math.PI), DIRECTIONS);
    }

    double at(double column, double row, int direction) {
        return frame.sample(strength[direction], column, row);
    }

    private static void look(Raster flat, Grain grain, boolean[] wanted, boolean[] across) {
        int step = Math.max(1, (int) flat.pxPerMm() * 2);
        for (int row = 0; row < flat.height(); row += step) {
            for (int column = 0; column < flat.width(); column += step) {
                Point p = new Point(flat.xMm(column), flat.yMm(row));
                for (int d = 0; d < DIRECTIONS; d++) {
                    wanted[d] |= grain.allows(p, angle(d));
                    across[d] |= grain.isAcross(p, angle(d));
                }
            }
        }
    }

    /** Lxx, Lxy, Lyy, scaled so that a long Gaussian valley of this width answers with its depth. */
    private static float[][] secondDerivatives(Raster flat, double sigma) {
        int reach = (int) Math.ceil(3.5 * sigma);
        double[] g0 = new double[2 * reach + 1];
        double[] g1 = new double[2 * reach + 1];
        double[] g2 = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            g0[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += g0[i + reach];
        }
        for (int i = -reach; i <= reach; i++) {
            double g = g0[i + reach] / sum;
            g0[i + reach] = g;
            g1[i + reach] = i / (sigma * sigma) * g;
            g2[i + reach] = (i * i / (sigma * sigma) - 1) / (sigma * sigma) * g;
        }
        zeroMean(g2);
        double scale = 2 * Math.sqrt(2) * sigma * sigma;
        try (PointerScope scope = new PointerScope()) {
            Mat from = flat.mat();
            return new float[][] {
                filtered(from, g2, g0, scale), filtered(from, g1, g1, scale), filtered(from, g0, g2, scale)
            };
        }
    }

    private static void zeroMean(double[] kernel) {
        double mean = Arrays.stream(kernel).sum() / kernel.length;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] -= mean;
        }
    }

    private static float[] filtered(Mat from, double[] x, double[] y, double scale) {
        Mat out = new Mat();
        double[] scaled = Arrays.stream(x).map(v -> v * scale).toArray();
        opencv_imgproc.sepFilter2D(from, out, opencv_core.CV_32F, Mats.kernel(scaled), Mats.kernel(y));
        return Raster.values(out);
    }

    private static float[] steer(float[][] second, double angle) {
        float nx = (float) -Math.sin(angle);
        float ny = (float) Math.cos(angle);
        float xx = nx * nx;
        float xy = 2 * nx * ny;
        float yy = ny * ny;
        float[] out = new float[second[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = xx * second[0][i] + xy * second[1][i] + yy * second[2][i];
        }
        return out;
    }

    /**
     * The mean along a direction. Block by block through two small arrays of one index: the compiler then works on many
     * pixels at once, and they stay in the nearest cache.
     */
    private static float[] smoothAlong(float[] from, Raster frame, double angle) {
        double sigma = ALONG_MM * frame.pxPerMm();
        int reach = (int) Math.ceil(2 * sigma);
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            sum += Math.exp(-k * k / (2 * sigma * sigma));
        }
        float[] weights = new float[2 * reach + 1];
        int[] shifts = new int[weights.length];
        for (int k = -reach; k <= reach; k++) {
            weights[k + reach] = (float) (Math.exp(-k * k / (2 * sigma * sigma)) / sum);
            shifts[k + reach] =
                    (int) Math.round(k * Math.sin(angle)) * frame.width() + (int) Math.round(k * Math.cos(angle));
        }
        float[] out = new float[from.length];
        float[] mean = new float[BLOCK];
        float[] shifted = new float[BLOCK];
        for (int begin = 0; begin < out.length; begin += BLOCK) {
            Arrays.fill(mean, 0);
            for (int k = 0; k < shifts.length; k++) {
                int first = Math.max(begin, -shifts[k]);
                int last = Math.min(Math.min(begin + BLOCK, out.length), out.length - shifts[k]);
                if (first == begin && last == begin + BLOCK) {
                    System.arraycopy(from, first + shifts[k], shifted, 0, BLOCK);
                } else {
                    Arrays.fill(shifted, 0);
                    if (first < last) {
                        System.arraycopy(from, first + shifts[k], shifted, first - begin, last - first);
                    }
                }
                add(mean, shifted, weights[k]);
            }
            System.arraycopy(mean, 0, out, begin, Math.min(BLOCK, out.length - begin));
        }
        return out;
    }

    private static void add(float[] to, float[] values, float weight) {
        for (int i = 0; i < BLOCK; i++) {
            to[i] += weight * values[i];
        }
    }

    /**
     * Where the skin's own texture is read, the same for all widths.
     *
     * @param direction read at each pixel, across the grain; −1 at none
     * @param share of the surroundings in which one is read
     */
    private record Texture(byte[] direction, float[] share) {

        static Texture of(Raster flat, float[] skin, Grain grain, boolean[] wanted, boolean[] across) {
            byte[] direction = new byte[skin.length];
            float[] counted = new float[skin.length];
            int d = 0;
            for (int i = 0; i < skin.length; i++) {
                d = (d + 5) % DIRECTIONS;
                direction[i] = -1;
                if (skin[i] < 0.5 || !(wanted[d] || across[d])) {
                    continue;
                }
                Point p = new Point(flat.xMm(i % flat.width()), flat.yMm(i / flat.width()));
                if (grain.isAcross(p, angle(d))) {
                    direction[i] = (byte) d;
                    counted[i] = 1;
                }
            }
            return new Texture(direction, flat.with(counted).blurred(TEXTURE_MM).values());
        }

        /**
         * One over the standard deviation, around each place, of the answers in directions across the grain: short hair
         * at the hairline must not hide the lines of the smooth skin below it, nor be taken for lines itself. As a
         * square, so that pores, which are few but strong, count.
         */
        float[] inverse(float[][] answers, Raster flat) {
            float[] squares = new float[direction.length];
            for (int i = 0; i < squares.length; i++) {
                if (direction[i] >= 0) {
                    float answer = answers[direction[i]][i];
                    squares[i] = answer * answer;
                }
            }
            float[] sum = flat.with(squares).blurred(TEXTURE_MM).values();
            for (int i = 0; i < sum.length; i++) {
                double local = share[i] > 1e-4f ? Math.sqrt(Math.max(0, sum[i] / share[i])) : 0;
                sum[i] = (float) (1 / Math.max(local, LEAST_TEXTURE));
            }
            return sum;
        }
    }

    private static float[] larger(
            float @org.jspecify.annotations.Nullable [] best, float[] answer, float[] perTexture) {
        float[] out = best == null ? new float[answer.length] : best;
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(out[i], answer[i] * perTexture[i]);
        }
        return out;
    }
}
