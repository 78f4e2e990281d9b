package rhytid.wrinkle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rhytid.geometry.Box;
import rhytid.geometry.Point;

/**
 * Finds loose hairs: thin and dark, in one photo of a pair and not in the other, and running somewhere across what the
 * skin's lines run along. A line that came or went runs along its region's grain and is none. The limits were set on
 * London faces with odd numbers and phantoms of the seeds 1050 to 1059; pairs that no hair was added to show two or
 * three strands.
 */
final class LooseHair {

    /** Hairs are looked for on no finer a raster than this. */
    private static final double PX_PER_MM = 5;

    /** Standard deviation of the valleys looked for. */
    private static final double SIGMA_MM = 0.2;

    /** Difference of both photos' Weber contrast at which a hair may begin, and at which it goes on. */
    private static final double CLEAR = 0.12;

    private static final double FAINT = 0.05;

    private static final double SHORTEST_MM = 5;

    /** How far a hair turns from one pixel to the next but one. */
    private static final double TURN_RAD = Math.toRadians(30);

    private static final int GAP_PX = 2;

    /** Of its pixels within regions, the share that runs otherwise than the region's lines may. */
    private static final double LEAST_ACROSS = 0.2;

    private final Canvas canvas;
    private final Raster frame;
    private final float[] strength;
    private final float[] angle;
    private final Map<Region, Grain> grains = new EnumMap<>(Region.class);

    private LooseHair(Canvas canvas, Raster difference) {
        this.canvas = canvas;
        this.frame = difference;
        this.strength = new float[difference.values().length];
        this.angle = new float[strength.length];
        for (Region region : Region.values()) {
            grains.put(region, Grain.of(region, canvas.anchors()));
        }
        valleys();
    }

    /** The mask without loose hairs. */
    static SkinMask leftOut(SkinMask mask, MatchedLight light, Canvas canvas) {
        Raster before = light.before();
        float[] values = new float[before.values().length];
        double gain = light.match().contrastGain();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (light.after().values()[i] / gain - before.values()[i]);
        }
        Raster difference = before.with(values);
        if (difference.pxPerMm() > 1.05 * PX_PER_MM) {
            difference = difference.stretchedTo(SkinFrame.raster(canvas.extent(), PX_PER_MM));
        }
        return new LooseHair(canvas, difference).leftOut(mask);
    }

    private SkinMask leftOut(SkinMask mask) {
        float[] skin = mask.skin().values().clone();
        boolean[] seen = new boolean[strength.length];
        for (int i = 0; i < strength.length; i++) {
            if (!seen[i] && Math.abs(strength[i]) >= CLEAR) {
                List<Integer> strand = strand(i, seen);
                if (isHair(strand)) {
                    strand.forEach(at -> skin[pixel(mask.skin(), place(at))] = 0);
                }
            }
        }
        return new SkinMask(mask.skin().with(skin), mask.features(), mask.hair(), mask.shine());
    }

    /** Of the Hessian of the difference, the eigenvalue that is farther from none, and the way across its valley. */
    private void valleys() {
        float[] s = frame.blurred(SIGMA_MM).values();
        double sigma = SIGMA_MM * frame.pxPerMm();
        // A long Gaussian valley of this width answers with its depth.
        double scale = 2 * Math.sqrt(2) * sigma * sigma;
        int w = frame.width();
        for (int row = 1; row < frame.height() - 1; row++) {
            for (int i = row * w + 1; i < row * w + w - 1; i++) {
                float xx = s[i - 1] + s[i + 1] - 2 * s[i];
                float yy = s[i - w] + s[i + w] - 2 * s[i];
                float xy = (s[i + w + 1] + s[i - w - 1] - s[i + w - 1] - s[i - w + 1]) / 4;
                float middle = (xx + yy) / 2;
                double off = Math.sqrt(0.25 * (xx - yy) * (xx - yy) + xy * xy);
                double value = scale * (middle >= 0 ? middle + off : middle - off);
                if (Math.abs(value) >= FAINT) {
                    strength[i] = (float) value;
                    double across = 0.5 * Math.atan2(2 * xy, xx - yy);
                    angle[i] = (float) (across + (middle >= 0 ? Math.PI / 2 : 0));
                }
            }
        }
    }

    /** All that hangs together with a pixel, of one sign and without a bend. */
    private List<Integer> strand(int first, boolean[] seen) {
        List<Integer> strand = new ArrayList<>();
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(first);
        seen[first] = true;
        int w = frame.width();
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            strand.add(at);
            for (int row = Math.max(0, at / w - GAP_PX); row <= Math.min(frame.height() - 1, at / w + GAP_PX); row++) {
                for (int column = Math.max(0, at % w - GAP_PX); column <= Math.min(w - 1, at % w + GAP_PX); column++) {
                    int next = row * w + column;
                    if (!seen[next]
                            && strength[next] * strength[at] > 0
                            && Grain.off(angle[next], angle[at]) < TURN_RAD) {
                        seen[next] = true;
                        waiting.add(next);
                    }
                }
            }
        }
        return strand;
    }

    private boolean isHair(List<Integer> strand) {
        Box extent = Box.around(strand.stream().map(this::place).toList());
        if (Math.hypot(extent.width(), extent.height()) < SHORTEST_MM) {
            return false;
        }
        int across = 0;
        int along = 0;
        for (int at : strand) {
            Point p = place(at);
            for (Region region : Region.values()) {
                if (canvas.outline(region).contains(p)) {
                    boolean allowed = Objects.requireNonNull(grains.get(region)).allows(p, angle[at]);
                    along += allowed ? 1 : 0;
                    across += allowed ? 0 : 1;
                }
            }
        }
        return across > LEAST_ACROSS * (across + along);
    }

    /** One of the mask's pixels is wider than a hair and its blur. */
    private static int pixel(Raster raster, Point at) {
        int column = Math.clamp(Math.round(raster.column(at.x())), 0, raster.width() - 1);
        int row = Math.clamp(Math.round(raster.row(at.y())), 0, raster.height() - 1);
        return row * raster.width() + column;
    }

    private Point place(int at) {
        return new Point(frame.xMm(at % frame.width()), frame.yMm(at / frame.width()));
    }
}
