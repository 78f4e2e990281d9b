package rhytid.wrinkle;

import java.util.List;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Polygon;

/**
 * How blurred a photo is against another of the same face, read from lashes, brows, irises and lips: strong detail that
 * stands far above noise. If one photo is the other smoothed by a Gaussian, its gradient energy at scale σ is the
 * other's at √(σ² + s²), whatever the exposure; s is what fits at all scales.
 */
record Sharpness(double[] energy) {

    private static final double[] SCALES_MM = {0.12, 0.17, 0.24, 0.34, 0.48, 0.68, 0.96, 1.36, 1.92};
    private static final int COMPARED = 6;

    /** @param light linear luminance, not flattened */
    static Sharpness of(Raster light, FaceLandmarks mesh, SkinFrame frame) {
        List<Polygon> eyes = List.of(
                RegionOutlines.polygon(mesh, frame, FaceMesh.eyeOutline(Side.RIGHT)),
                RegionOutlines.polygon(mesh, frame, FaceMesh.eyeOutline(Side.LEFT)),
                RegionOutlines.polygon(mesh, frame, FaceMesh.browOutline(Side.RIGHT)),
                RegionOutlines.polygon(mesh, frame, FaceMesh.browOutline(Side.LEFT)));
        List<Polygon> lips = List.of(RegionOutlines.polygon(mesh, frame, FaceMesh.outerLips()));
        double[] sums = new double[SCALES_MM.length];
        int n = add(light, eyes, sums) + add(light, lips, sums);
        double[] energy = new double[SCALES_MM.length];
        for (int s = 0; s < energy.length; s++) {
            energy[s] = Math.log(n == 0 ? 1 : Math.max(sums[s] / n, 1e-12));
        }
        return new Sharpness(energy);
    }

    /** Adds the squared gradients in these features at each scale; returns in how many pixels. */
    private static int add(Raster light, List<Polygon> features, double[] sums) {
        Raster part = part(
                light,
                Box.around(features.stream().flatMap(f -> f.points().stream()).toList()));
        float[] where = Stencil.of(part, features, 1).values();
        for (int i = 0; i < where.length; i++) {
            part.values()[i] = (float) Math.log(Math.max(part.values()[i], 2e-3f));
        }
        int n = 0;
        for (int s = 0; s < sums.length; s++) {
            n = addGradients(part.blurred(SCALES_MM[s]), where, s, sums);
        }
        return n;
    }

    /** With room for the widest scale. */
    private static Raster part(Raster light, Box mm) {
        double room = 1 + 3 * SCALES_MM[SCALES_MM.length - 1];
        int left = (int) Math.clamp(light.column(mm.x() - room), 0, light.width() - 4.0);
        int top = (int) Math.clamp(light.row(mm.y() - room), 0, light.height() - 4.0);
        int right = (int) Math.clamp(light.column(mm.right() + room), left + 3.0, light.width());
        int bottom = (int) Math.clamp(light.row(mm.bottom() + room), top + 3.0, light.height());
        return light.cut(left, top, right - left, bottom - top);
    }

    /** The variance, in mm², by which this photo is more blurred than the other; negative where it is sharper. */
    double blurBeyond(Sharpness other) {
        double forward = smoothing(other.energy, energy);
        return forward > 0 ? forward : -smoothing(energy, other.energy);
    }

    /** The s² for which the sharper one's energy at √(σ² + s²) runs along the other's; 0 if none fits better. */
    private static double smoothing(double[] sharp, double[] soft) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double s = 0; s < 1.2; s += 0.01) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < COMPARED; i++) {
                double off = soft[i] - at(sharp, Math.hypot(SCALES_MM[i], s));
                mean += off / COMPARED;
                square += off * off / COMPARED;
            }
            double misfit = square - mean * mean;
            if (misfit < least) {
                least = misfit;
                best = s * s;
            }
        }
        return best;
    }

    private static double at(double[] energy, double scale) {
        for (int i = 1; i < energy.length; i++) {
            if (scale <= SCALES_MM[i]) {
                double share = Math.log(scale / SCALES_MM[i - 1]) / Math.log(SCALES_MM[i] / SCALES_MM[i - 1]);
                return energy[i - 1] + share * (energy[i] - energy[i - 1]);
            }
        }
        return energy[energy.length - 1];
    }

    private static int addGradients(Raster log, float[] where, int scale, double[] sums) {
        int w = log.width();
        int n = 0;
        for (int row = 1; row < log.height() - 1; row++) {
            for (int column = 1; column < w - 1; column++) {
                int i = row * w + column;
                if (where[i] > 0.5) {
                    float dx = log.values()[i + 1] - log.values()[i - 1];
                    float dy = log.values()[i + w] - log.values()[i - w];
                    sums[scale] += dx * dx + dy * dy;
                    n++;
                }
            }
        }
        return n;
    }
}
