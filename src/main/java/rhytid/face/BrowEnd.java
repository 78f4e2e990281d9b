package rhytid.face;

import java.util.Optional;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Finds the medial end of a brow in the full-resolution photo: where, on the way along the brow towards the midline,
 * hair gives way to skin most clearly. The mesh follows the heads of the brows in a frown by a tenth of their way.
 */
final class BrowEnd {

    /** How far from the mesh's end the hair may end, mm: towards the midline, and back into the brow. */
    private static final double INWARDS_MM = 6;

    private static final double BACK_MM = 4;

    /** Length of brow, and of skin, that are held against each other, mm: longer than a glabellar line is wide. */
    private static final double STRIP_MM = 2.5;

    private static final double STEP_MM = 0.1;

    /** Smoothing that takes single hairs away, mm. */
    private static final double SIGMA_MM = 0.35;

    /** An end that shows by less than this, (skin − hair) ÷ (skin + hair), is too faint to be followed on any skin. */
    private static final double MIN_CONTRAST = 0.04;

    private BrowEnd() {}

    /** The end, in pixels of the photo; nothing where the photo shows too little. */
    static Optional<Point> of(Photo photo, FaceLandmarks landmarks, Side side, MillimetreScale scale) {
        double mm = scale.pxPerMm();
        Point end = middle(landmarks, side, 0);
        Point inwards = end.minus(middle(landmarks, side, 2)).unit();
        Point across = landmarks
                .point(FaceMesh.browUpperBorder(side)[1])
                .minus(landmarks.point(FaceMesh.browLowerBorder(side)[1]))
                .times(0.3);
        double reach = (INWARDS_MM + BACK_MM + 2 * STRIP_MM) * mm;
        Luminance brightness = Luminance.of(
                photo,
                new Box(end.x() - reach, end.y() - reach, 2 * reach, 2 * reach),
                Luminance.Mix.SEEN,
                SIGMA_MM * mm);
        double best = MIN_CONTRAST;
        Optional<Point> found = Optional.empty();
        for (double s = -BACK_MM; s <= INWARDS_MM; s += STEP_MM) {
            double skin = strip(brightness, end, inwards.times(mm), across, s, s + STRIP_MM);
            double hair = strip(brightness, end, inwards.times(mm), across, s - STRIP_MM, s);
            double contrast = (skin - hair) / (skin + hair);
            if (contrast > best) {
                best = contrast;
                found = Optional.of(end.plus(inwards.times(s * mm)));
            }
        }
        return found;
    }

    private static Point middle(FaceLandmarks landmarks, Side side, int place) {
        return landmarks
                .point(FaceMesh.browUpperBorder(side)[place])
                .towards(landmarks.point(FaceMesh.browLowerBorder(side)[place]), 0.5);
    }

    /** Mean brightness of the brow's middle rows from one place along it to another, in mm from the mesh's end. */
    private static double strip(
            Luminance brightness, Point end, Point inwardsMm, Point across, double fromMm, double toMm) {
        int along = 8;
        int rows = 5;
        double sum = 0;
        for (int i = 0; i < along; i++) {
            Point on = end.plus(inwardsMm.times(fromMm + (i + 0.5) / along * (toMm - fromMm)));
            for (int row = 0; row < rows; row++) {
                sum += brightness.at(on.plus(across.times(2.0 * row / (rows - 1) - 1)));
            }
        }
        return sum / (along * rows);
    }
}
