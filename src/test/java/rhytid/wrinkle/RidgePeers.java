package rhytid.wrinkle;

import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.photo.Photo;

/**
 * What the usual ridge filters say of a pair, given everything that Rhytid's own lines are given: the same photos at
 * one blur, over one frame, without illumination, at one contrast, behind the same mask. A filter's index of a region
 * is its mean answer where it answers most on the mean of both photos; its change is that of the index.
 *
 * <ul>
 *   <li>Frangi et al. 1998 with β = 0.5 and c half of the largest norm of the Hessian.
 *   <li>Sato et al. 1998: the larger eigenvalue of the Hessian.
 *   <li>Ng et al. 2014, Hybrid Hessian Filter: Frangi's measure on the derivative across the region's lines, with their
 *       β = 0.5 and c = 15 on a picture of 256 grey values.
 * </ul>
 */
public final class RidgePeers {

    public enum Peer {
        FRANGI,
        SATO,
        HYBRID_HESSIAN
    }

    private static final double[] SCALES_MM = {0.15, 0.25, 0.4, 0.65, 1};
    private static final double BETA = 0.5;
    private static final double GREY = 128;
    private static final double HYBRID_C = 15;

    /** Lines cover about a tenth of a lined region. */
    private static final double LINES_SHARE = 0.1;

    private RidgePeers() {}

    /** The change of each usable region in percent, by filter. */
    public static Map<Peer, Map<Region, Double>> change(
            Photo baseline, Face baselineFace, Photo followUp, Face followUpFace, Affine followUpToBaseline) {
        SkinFrame frame = SkinFrame.of(baselineFace);
        SkinFrame other = frame.through(followUpToBaseline);
        Canvas canvas = Canvas.of(baselineFace, frame, Math.min(frame.pxPerMm(), other.pxPerMm()));
        SkinMask mask = canvas.mask(baseline, baselineFace.landmarks(), frame)
                .and(canvas.mask(followUp, followUpFace.landmarks(), other));
        MatchedLight light = MatchedLight.of(canvas, mask, baseline, followUp, other);
        Map<Peer, Map<Region, Double>> changes = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.values()) {
            changes.put(peer, new EnumMap<>(Region.class));
        }
        for (Region region : Region.values()) {
            SkinArea area = SkinArea.of(region, canvas, mask, SkinLimits.DEFAULT);
            if (area.reason() == null && ResolutionLimits.DEFAULT.reason(region, canvas.photoPxPerMm()) == null) {
                for (Peer peer : Peer.values()) {
                    changes.computeIfAbsent(peer, p -> new EnumMap<>(Region.class))
                            .put(region, change(peer, region, light, area));
                }
            }
        }
        return changes;
    }

    private static double change(Peer peer, Region region, MatchedLight light, SkinArea area) {
        Raster before = part(light.before(), area.outline().bounds());
        Raster after = part(light.after(), area.outline().bounds());
        float[] scaled = after.values().clone();
        float[] mean = new float[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= (float) light.match().contrastGain();
            mean[i] = (scaled[i] + before.values()[i]) / 2;
        }
        float[] skin = area.skin().blurred(0.6).stretchedTo(before).values();
        Raster both = before.with(mean);
        double c = peer == Peer.FRANGI ? 0.5 * largestNorm(both, skin) : HYBRID_C / GREY;
        float[] where = answer(peer, region, both, c);
        float least = quantile(where, skin);
        float[] one = answer(peer, region, before, c);
        float[] two = answer(peer, region, before.with(scaled), c);
        double was = 0;
        double is = 0;
        for (int i = 0; i < where.length; i++) {
            if (skin[i] > 0.85 && where[i] >= least) {
                was += one[i];
                is += two[i];
            }
        }
        return was > 0 ? 100 * (is - was) / was : Double.NaN;
    }

    private static Raster part(Raster flat, Box box) {
        int left = Math.max(0, (int) flat.column(box.x() - 3));
        int top = Math.max(0, (int) flat.row(box.y() - 3));
        int right = Math.min(flat.width(), (int) flat.column(box.right() + 3));
        int bottom = Math.min(flat.height(), (int) flat.row(box.bottom() + 3));
        return flat.cut(left, top, right - left, bottom - top);
    }

    private static float quantile(float[] answer, float[] skin) {
        float[] chosen = new float[answer.length];
        int n = 0;
        for (int i = 0; i < answer.length; i++) {
            if (skin[i] > 0.85) {
                chosen[n++] = answer[i];
            }
        }
        java.util.Arrays.sort(chosen, 0, n);
        return n == 0 ? Float.POSITIVE_INFINITY : chosen[(int) ((1 - LINES_SHARE) * (n - 1))];
    }

    private static double largestNorm(Raster flat, float[] skin) {
        double largest = 0;
        for (double scale : SCALES_MM) {
            float[][] h = hessian(flat, scale, 0, 0);
            for (int i = 0; i < skin.length; i++) {
                if (skin[i] > 0.85) {
                    largest =
                            Math.max(largest, Math.sqrt(h[0][i] * h[0][i] + 2 * h[1][i] * h[1][i] + h[2][i] * h[2][i]));
                }
            }
        }
        return largest;
    }

    /** The largest over all scales. */
    private static float[] answer(Peer peer, Region region, Raster flat, double c) {
        float[] best = new float[flat.values().length];
        boolean hybrid = peer == Peer.HYBRID_HESSIAN;
        int acrossX = hybrid && upright(region) ? 1 : 0;
        int acrossY = hybrid && !upright(region) ? 1 : 0;
        for (double scale : SCALES_MM) {
            float[][] h = hessian(flat, scale, acrossX, acrossY);
            for (int i = 0; i < best.length; i++) {
                double middle = (h[0][i] + h[2][i]) / 2;
                double off = Math.hypot((h[0][i] - h[2][i]) / 2, h[1][i]);
                double large = middle >= 0 ? middle + off : middle - off;
                double small = middle >= 0 ? middle - off : middle + off;
                double value = peer == Peer.SATO ? Math.max(0, middle + off) : frangi(small, large, c);
                best[i] = Math.max(best[i], (float) value);
            }
        }
        return best;
    }

    private static double frangi(double small, double large, double c) {
        if (large <= 0) {
            return 0;
        }
        double ratio = small / large;
        double norm = small * small + large * large;
        return Math.exp(-ratio * ratio / (2 * BETA * BETA)) * (1 - Math.exp(-norm / (2 * c * c)));
    }

    private static boolean upright(Region region) {
        return switch (region) {
            case GLABELLA, NASOLABIAL_RIGHT, NASOLABIAL_LEFT, PERIORAL, MARIONETTE_RIGHT, MARIONETTE_LEFT -> true;
            default -> false;
        };
    }

    /** Second derivatives xx, xy, yy of a Gaussian scale, normalised; of a first derivative where that is asked for. */
    private static float[][] hessian(Raster flat, double scaleMm, int firstX, int firstY) {
        double sigma = Math.max(0.7, scaleMm * flat.pxPerMm());
        double scale = Math.pow(sigma, 2 + firstX + firstY);
        try (PointerScope scope = new PointerScope()) {
            Mat from = flat.mat();
            double[][] g = derivatives(sigma);
            return new float[][] {
                filtered(from, g[2 + firstX], g[firstY], scale),
                filtered(from, g[1 + firstX], g[1 + firstY], scale),
                filtered(from, g[firstX], g[2 + firstY], scale)
            };
        }
    }

    private static float[] filtered(Mat from, double[] x, double[] y, double scale) {
        Mat out = new Mat();
        double[] scaled = java.util.Arrays.stream(x).map(v -> v * scale).toArray();
        opencv_imgproc.sepFilter2D(from, out, opencv_core.CV_32F, Mats.kernel(scaled), Mats.kernel(y));
        return Raster.values(out);
    }

    /** A Gaussian and its first three derivatives. */
    private static double[][] derivatives(double sigma) {
        int reach = (int) Math.ceil(4 * sigma);
        double[][] g = new double[4][2 * reach + 1];
        double s2 = sigma * sigma;
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            g[0][i + reach] = Math.exp(-i * i / (2 * s2));
            sum += g[0][i + reach];
        }
        for (int i = -reach; i <= reach; i++) {
            int k = i + reach;
            g[0][k] /= sum;
            // Correlation turns odd derivatives round; twice in xy and never in xx and yy, so only thirds would show.
            g[1][k] = i / s2 * g[0][k];
            g[2][k] = (i * i / s2 - 1) / s2 * g[0][k];
            g[3][k] = (i * i / s2 - 3) * i / (s2 * s2) * g[0][k];
        }
        return g;
    }
}
