package rhytid.wrinkle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Polygon;

/**
 * How blurred a photo is against another of the same face, read from lashes, irises and brows: strong detail that
 * stands far above noise. If one photo is the other smoothed by a Gaussian, its gradient energy at scale σ is the
 * other's at √(σ² + s²), whatever the exposure; s is what fits at all scales.
 *
 * <p>This holds for light, not for its logarithm, in which the noise of dark lashes counts as detail of the softer
 * photo and hides some of what is missing; and not for lips, whose detail is faint. The finest scales are left out of
 * the comparison: their noise made a softer photo seem sharper by a tenth (phantoms of the seeds 700 to 713). Each eye
 * and each brow is asked for itself: one that was moved by its muscle, or looks elsewhere, has other detail, and must
 * not decide alone.
 *
 * @param energy of each feature, ln of its mean squared gradient at each scale
 */
record Sharpness(double[][] energy) {

    private static final double[] SCALES_MM = {0.12, 0.17, 0.24, 0.34, 0.48, 0.68, 0.96, 1.36, 1.92};
    private static final int FINEST_COMPARED = 2;
    private static final int COARSEST_COMPARED = 6;
    private static final double STEP_MM = 0.0025;
    private static final double SAME_ERROR_MM2 = 0.001;
    private static final double ERROR_SHARE = 0.1;

    /** Slight blurs are told worse, a camera's noise and its JPEG doing as much to lashes as they. */
    private static final double SLIGHT_MM2 = 0.012;

    private static final double SLIGHT_ERROR_SHARE = 0.3;

    /** @param light linear luminance, not flattened */
    static Sharpness of(Raster light, FaceLandmarks mesh, SkinFrame frame) {
        return new Sharpness(Stream.of(
                        FaceMesh.eyeOutline(Side.RIGHT),
                        FaceMesh.eyeOutline(Side.LEFT),
                        FaceMesh.browOutline(Side.RIGHT),
                        FaceMesh.browOutline(Side.LEFT))
                .map(outline -> energy(light, RegionOutlines.polygon(mesh, frame, outline)))
                .toArray(double[][]::new));
    }

    private static double[] energy(Raster light, Polygon feature) {
        Raster part = part(light, Box.around(feature.points()));
        float[] where = Stencil.of(part, List.of(feature), 1).values();
        double[] energy = new double[SCALES_MM.length];
        for (int s = 0; s < energy.length; s++) {
            energy[s] = Math.log(Math.max(meanSquaredGradient(part.blurred(SCALES_MM[s]), where), 1e-15));
        }
        return energy;
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

    /**
     * By how much one photo is more blurred than another.
     *
     * @param mm2 variance of the blur; negative where it is sharper
     * @param error its standard error
     */
    record Beyond(double mm2, double error) {}

    /**
     * The middle of what the features say. Photos of one set-up scattered by 0.001 mm², and unlike ones by a tenth of
     * what they lay apart and a little more (phantoms of the seeds 600 to 614 and 700 to 713, London faces with odd
     * numbers, retaken); features that disagree say that it is more.
     */
    Beyond blurBeyond(Sharpness other) {
        double[] said = new double[energy.length];
        for (int f = 0; f < said.length; f++) {
            double softer = smoothing(other.energy[f], energy[f]);
            said[f] = softer > 0 ? softer : -smoothing(energy[f], other.energy[f]);
        }
        Arrays.sort(said);
        double middle = (said[said.length / 2 - 1] + said[said.length / 2]) / 2;
        double disagreement = (said[said.length - 1] - said[0]) / said.length;
        double sameness = Math.hypot(SAME_ERROR_MM2, disagreement);
        double apart = Math.abs(middle);
        double usual = SAME_ERROR_MM2 + ERROR_SHARE * apart + SLIGHT_ERROR_SHARE * Math.min(apart, SLIGHT_MM2);
        return new Beyond(shrunk(middle, sameness), Math.hypot(usual, disagreement));
    }

    /**
     * Towards none by as much as chance alone would have made of it (James and Stein's estimate, its positive part): a
     * blur that isn't there would only add its own error to every line of a pair from one set-up.
     */
    static double shrunk(double seen, double error) {
        return Math.abs(seen) <= error ? 0 : seen * (1 - error * error / (seen * seen));
    }

    /** The s² for which the sharper one's energy at √(σ² + s²) runs along the other's; 0 if none fits better. */
    private static double smoothing(double[] sharp, double[] soft) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        int compared = COARSEST_COMPARED - FINEST_COMPARED + 1;
        for (double s = 0; s < 1.2; s += STEP_MM) {
            double mean = 0;
            double square = 0;
            for (int i = FINEST_COMPARED; i <= COARSEST_COMPARED; i++) {
                double off = soft[i] - at(sharp, Math.hypot(SCALES_MM[i], s));
                mean += off / compared;
                square += off * off / compared;
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

    private static double meanSquaredGradient(Raster light, float[] where) {
        int w = light.width();
        double sum = 0;
        int n = 0;
        for (int row = 1; row < light.height() - 1; row++) {
            for (int column = 1; column < w - 1; column++) {
                int i = row * w + column;
                if (where[i] > 0.5) {
                    float dx = light.values()[i + 1] - light.values()[i - 1];
                    float dy = light.values()[i + w] - light.values()[i - w];
                    sum += dx * dx + dy * dy;
                    n++;
                }
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
