package rhytid.face;

import java.util.Arrays;
import java.util.Optional;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Finds the medial end of a brow in the full-resolution photo: where, on the way from the midline out along the brow,
 * the light has fallen halfway from the skin between the brows to the brow's hair. Hair thins out rather than ends; the
 * place where it changes most jumps from one tuft to the next, halfway stays. The mesh says where to look, no more: it
 * follows the heads of the brows in a frown by a tenth of their way.
 *
 * <p>On 31 London portraits, each retaken twice by computation, a prototype found an end again to 0.06 mm; in frowns of
 * phantoms it saw four fifths to all of the way that the heads of the brows went.
 */
final class BrowEnd {

    /** So far out from the mesh's end, mm, the brow is at its darkest; only the quarter that is counts. */
    private static final double OUTERMOST_MM = -12;

    private static final double HAIR_TO_MM = -3;
    private static final double HAIR_SHARE = 0.25;

    /** Skin between the brows, from the midline outwards, mm; and how far from the mesh's end it is looked for. */
    private static final double SKIN_MM = 4;

    private static final double FARTHEST_MM = 14;

    /** Half the height of the band whose light is averaged, mm: higher than a brow, that it may rise and sink in it. */
    private static final double BAND_MM = 3;

    private static final double ROW_MM = 0.5;
    private static final double STEP_MM = 0.1;

    /** Smoothing that takes single hairs away, mm. */
    private static final double SIGMA_MM = 0.35;

    private static final double ALONG_SIGMA_MM = 0.5;

    /** A brow that shows by less than this, (skin − hair) ÷ (skin + hair), is too faint to be followed on any skin. */
    private static final double MIN_CONTRAST = 0.08;

    /** What falls by less than this share a millimetre has no end that could be told to half a millimetre. */
    private static final double MIN_FALL_PER_MM = 0.03;

    private BrowEnd() {}

    /** The end, in pixels of the photo; nothing where the photo shows too little, or the brows meet. */
    static Optional<Point> of(Photo photo, FaceLandmarks landmarks, Side side, MillimetreScale scale) {
        double mm = scale.pxPerMm();
        Point end = middle(landmarks, side, 0);
        Point inwards = end.minus(middle(landmarks, side, 2)).unit().times(mm);
        double toMidline = scale.mm(end.distanceTo(middle(landmarks, side.other(), 0))) / 2;
        double[] light = light(photo, end, inwards, Math.min(toMidline, FARTHEST_MM), mm);
        return halfway(light).map(place -> end.plus(inwards.times(OUTERMOST_MM + place * STEP_MM)));
    }

    private static Point middle(FaceLandmarks landmarks, Side side, int place) {
        return landmarks
                .point(FaceMesh.browUpperBorder(side)[place])
                .towards(landmarks.point(FaceMesh.browLowerBorder(side)[place]), 0.5);
    }

    /** Mean brightness of the band, step by step from the brow's outer part to the midline. */
    private static double[] light(Photo photo, Point end, Point inwardsMm, double toMidlineMm, double pxPerMm) {
        double reach = (FARTHEST_MM + BAND_MM + 1) * pxPerMm;
        Luminance brightness = Luminance.of(
                photo,
                new Box(end.x() - reach, end.y() - reach, 2 * reach, 2 * reach),
                Luminance.Mix.SEEN,
                SIGMA_MM * pxPerMm);
        Point across = inwardsMm.quarterTurn();
        double[] light = new double[Math.max(2, (int) ((toMidlineMm - OUTERMOST_MM) / STEP_MM) + 1)];
        int rows = (int) (BAND_MM / ROW_MM);
        for (int i = 0; i < light.length; i++) {
            Point on = end.plus(inwardsMm.times(OUTERMOST_MM + i * STEP_MM));
            for (int row = -rows; row <= rows; row++) {
                light[i] += brightness.at(on.plus(across.times(row * ROW_MM))) / (2 * rows + 1);
            }
        }
        return smoothed(light);
    }

    private static double[] smoothed(double[] light) {
        int reach = (int) (3 * ALONG_SIGMA_MM / STEP_MM);
        double[] smooth = new double[light.length];
        for (int i = 0; i < light.length; i++) {
            double weights = 0;
            for (int k = -reach; k <= reach; k++) {
                double weight = Math.exp(-0.5 * Math.pow(k * STEP_MM / ALONG_SIGMA_MM, 2));
                smooth[i] += weight * light[Math.clamp(i + k, 0, light.length - 1)];
                weights += weight;
            }
            smooth[i] /= weights;
        }
        return smooth;
    }

    /** The step, counted in parts too, at which the light has fallen halfway. */
    private static Optional<Double> halfway(double[] light) {
        int skinFrom = Math.max(0, light.length - (int) (SKIN_MM / STEP_MM));
        double skin = Arrays.stream(light, skinFrom, light.length).average().orElseThrow();
        double[] brow = Arrays.copyOf(light, Math.min(light.length, (int) ((HAIR_TO_MM - OUTERMOST_MM) / STEP_MM)));
        Arrays.sort(brow);
        double hair = brow[(int) (HAIR_SHARE * (brow.length - 1))];
        if (!((skin - hair) / (skin + hair) >= MIN_CONTRAST)) {
            return Optional.empty();
        }
        double half = (skin + hair) / 2;
        int dark = light.length - 1;
        while (dark > 0 && light[dark] >= half) {
            dark--;
        }
        int around = (int) (0.5 / STEP_MM);
        if (dark < around || dark + around >= light.length) {
            return Optional.empty();
        }
        double fallPerMm = (light[dark + around] - light[dark - around]) / (2 * around * STEP_MM) / (skin - hair);
        return fallPerMm < MIN_FALL_PER_MM
                ? Optional.empty()
                : Optional.of(dark + (half - light[dark]) / (light[dark + 1] - light[dark]));
    }
}
