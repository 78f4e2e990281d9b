package rhytid.wrinkle;

import java.util.Arrays;
import java.util.stream.IntStream;
import rhytid.photo.Both;

/**
 * Finds how the follow-up's skin has moved against the baseline's after the alignment, from all its texture (pores,
 * freckles, lines) at once: Lucas and Kanade 1981 with a Gaussian window, coarse to fine. The window is so wide (a
 * field smooth over 5 mm or more) and the field so short that it can neither erase a line nor invent one.
 */
final class TextureFlow {

    /** Standard deviation of the window, mm. */
    private static final double WINDOW_MM = 3.5;

    /** Skin that seems to have moved farther is not the same skin. */
    private static final double LONGEST_MM = 3;

    /** What is left is looked for in smaller windows, mm: a line's own surroundings. */
    private static final double REST_WINDOW_MM = 1.5;

    private static final int[] ROUNDS = {4, 3};
    static final double FINEST_PX_PER_MM = 3;

    private static final double[] PX_PER_MM = {1.5, FINEST_PX_PER_MM};

    private TextureFlow() {}

    /**
     * @param light the follow-up's aligned, over the baseline's frame
     * @param where 1 where the face is
     */
    static Flow between(Both<Raster> light, Raster where) {
        Raster coarse = frame(light.baseline(), 1);
        Flow flow = new Flow(coarse, coarse.empty());
        for (int level = 0; level < ROUNDS.length; level++) {
            double pxPerMm = PX_PER_MM[level];
            Both<Raster> details = light.each(each -> detail(each, pxPerMm));
            Raster one = details.baseline();
            Raster two = details.followUp();
            float[] weight = where.stretchedTo(one).values();
            for (int round = 0; round < ROUNDS[level]; round++) {
                flow = refined(one, two, weight, flow, coarse, WINDOW_MM);
            }
        }
        return flow;
    }

    /**
     * How far the follow-up, read through the flow, still seems to lie off. Where the skin shows little, that is more
     * noise than distance.
     *
     * @param light the follow-up's read through the flow
     */
    static Flow rest(Both<Raster> light, Raster where) {
        Raster coarse = frame(light.baseline(), 1);
        Both<Raster> details = light.each(each -> detail(each, FINEST_PX_PER_MM));
        Raster one = details.baseline();
        float[] weight = where.stretchedTo(one).values();
        return refined(one, details.followUp(), weight, new Flow(coarse, coarse.empty()), coarse, REST_WINDOW_MM);
    }

    private static Raster frame(Raster light, double pxPerMm) {
        double width = (light.width() - 1) / light.pxPerMm();
        double height = (light.height() - 1) / light.pxPerMm();
        return SkinFrame.raster(new rhytid.geometry.Box(light.left(), light.top(), width, height), pxPerMm);
    }

    /** Band-passed log light, about 0.3 to 2 mm, of alike strength everywhere. */
    private static Raster detail(Raster light, double pxPerMm) {
        // Means of blocks first, where that is as fine all the same: smoothing many pixels takes long.
        int blocks = (int) (light.pxPerMm() / (2 * pxPerMm));
        Raster fine = blocks > 1 ? light.shrunk(blocks) : light;
        Raster small = fine.blurred(0.5 / pxPerMm).stretchedTo(frame(light, pxPerMm));
        float[] log = small.values();
        for (int i = 0; i < log.length; i++) {
            log[i] = (float) Math.log(Math.max(log[i], 2e-3f));
        }
        float[] mean = small.blurred(2).values();
        float[] square = new float[log.length];
        for (int i = 0; i < log.length; i++) {
            log[i] -= mean[i];
            square[i] = log[i] * log[i];
        }
        float[] power = small.with(square).blurred(4).values();
        for (int i = 0; i < log.length; i++) {
            log[i] /= (float) Math.sqrt(power[i] + 4e-4f);
        }
        return small;
    }

    private static Flow refined(Raster one, Raster two, float[] weight, Flow flow, Raster coarse, double windowMm) {
        Both<Raster> finer =
                Both.of(() -> flow.dxMm().stretchedTo(one), () -> flow.dyMm().stretchedTo(one));
        float[] dx = finer.baseline().values();
        float[] dy = finer.followUp().values();
        float[][] sums = new float[5][one.values().length];
        // Rows know nothing of each other: all cores.
        IntStream.range(1, one.height() - 1).parallel().forEach(row -> addRow(row, one, two, weight, dx, dy, sums));
        float[][] windowed = new float[5][];
        IntStream.range(0, windowed.length)
                .parallel()
                .forEach(s -> windowed[s] = one.with(sums[s])
                        .blurred(0.4)
                        .stretchedTo(coarse)
                        .blurred(windowMm)
                        .values());
        return moved(flow, windowed, coarse, one.pxPerMm(), 0.43 * windowMm);
    }

    /** The sums of the least squares along one row. */
    private static void addRow(
            int row, Raster one, Raster two, float[] weight, float[] dx, float[] dy, float[][] sums) {
        int w = one.width();
        double k = one.pxPerMm();
        for (int column = 1; column < w - 1; column++) {
            int i = row * w + column;
            if (weight[i] <= 0) {
                continue;
            }
            double x = column + k * dx[i];
            double y = row + k * dy[i];
            double gx = 0.25
                    * (one.values()[i + 1]
                            - one.values()[i - 1]
                            + two.sample(two.values(), x + 1, y)
                            - two.sample(two.values(), x - 1, y));
            double gy = 0.25
                    * (one.values()[i + w]
                            - one.values()[i - w]
                            + two.sample(two.values(), x, y + 1)
                            - two.sample(two.values(), x, y - 1));
            double off = one.values()[i] - two.sample(two.values(), x, y);
            // A place that differs wildly (a closed eye, a hair, a line that came or went) has next to nothing to
            // say.
            double trust = weight[i] / ((1 + off * off) * (1 + off * off));
            sums[0][i] = (float) (trust * gx * gx);
            sums[1][i] = (float) (trust * gx * gy);
            sums[2][i] = (float) (trust * gy * gy);
            sums[3][i] = (float) (trust * gx * off);
            sums[4][i] = (float) (trust * gy * off);
        }
    }

    private static Flow moved(Flow flow, float[][] s, Raster coarse, double pxPerMm, double smoothMm) {
        float[] dx = flow.dxMm().values().clone();
        float[] dy = flow.dyMm().values().clone();
        double[] trace = new double[dx.length];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = s[0][i] + s[2][i];
        }
        double[] sorted = trace.clone();
        Arrays.sort(sorted);
        double ridge = 0.02 * sorted[(int) (0.8 * sorted.length)] + 1e-9;
        for (int i = 0; i < dx.length; i++) {
            double a = s[0][i] + ridge;
            double c = s[2][i] + ridge;
            double det = a * c - (double) s[1][i] * s[1][i];
            double moveX = (c * s[3][i] - s[1][i] * s[4][i]) / det / pxPerMm;
            double moveY = (a * s[4][i] - s[1][i] * s[3][i]) / det / pxPerMm;
            dx[i] += (float) Math.clamp(moveX, -1, 1);
            dy[i] += (float) Math.clamp(moveY, -1, 1);
            double x = dx[i];
            double y = dy[i];
            if (x * x + y * y > LONGEST_MM * LONGEST_MM) {
                double length = Math.hypot(x, y);
                dx[i] *= (float) (LONGEST_MM / length);
                dy[i] *= (float) (LONGEST_MM / length);
            }
        }
        Both<Raster> smooth = Both.of(
                () -> coarse.with(dx).blurred(smoothMm), () -> coarse.with(dy).blurred(smoothMm));
        return new Flow(smooth.baseline(), smooth.followUp());
    }
}
