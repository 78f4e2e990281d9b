package rhytid.report.drawing;

import java.util.List;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.FaceLandmarks;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;

/**
 * One framing for both photos of a pair: the baseline turned so that its pupillary line is level, the follow-up laid
 * over it by the pair's alignment, both cut alike.
 *
 * @param width pixels of the frame
 * @param height pixels of the frame
 * @param baseline from pixels of the baseline to pixels of the frame
 * @param followUp from pixels of the follow-up to pixels of the frame
 * @param pxPerMm pixels of the frame per millimetre
 */
public record Frame(int width, int height, Affine baseline, Affine followUp, double pxPerMm) {

    /** Width over height of a picture of the whole face. */
    private static final double FACE_ASPECT = 0.8;

    /** The mesh ends on the upper forehead: so much of its height is left above it for forehead and hair. */
    private static final double ABOVE_FACE = 0.3;

    private static final double BELOW_FACE = 0.12;

    /** The brows' picture reaches so far up and down from the pupillary line, and beyond the outer canthi, in mm. */
    private static final double ABOVE_PUPILS_MM = 48;

    private static final double BELOW_PUPILS_MM = 18;

    private static final double BESIDE_PUPILS_MM = 38;

    /** The whole face, at most so many pixels high and never larger than the baseline shows it. */
    public static Frame face(ExpressionComparison pair, int mostHeight) {
        FaceLandmarks mesh = pair.baseline().face().landmarks();
        Affine level = level(mesh);
        Box box = mesh.transformed(level).box();
        double top = box.y() - ABOVE_FACE * box.height();
        double bottom = box.bottom() + BELOW_FACE * box.height();
        double width = (bottom - top) * FACE_ASPECT;
        return cut(pair, level, new Box(box.centre().x() - width / 2, top, width, bottom - top), mostHeight);
    }

    /** The whole face as large as the finer of the two photos shows it, at most so many pixels high. */
    public static Frame full(ExpressionComparison pair, int mostHeight) {
        Frame face = face(pair, Integer.MAX_VALUE);
        double finer = Math.max(1, 1 / pair.alignment().followUpToBaseline().scale());
        return face.scaled((int) Math.min(mostHeight, Math.round(face.height() * finer)));
    }

    /** Eyes and brows alone, at most so many pixels high. */
    public static Frame brows(ExpressionComparison pair, int mostHeight) {
        FaceLandmarks mesh = pair.baseline().face().landmarks();
        Affine level = level(mesh);
        double mm = pair.baseline().face().scale().pxPerMm();
        Point right = level.apply(mesh.pupil(Side.RIGHT));
        Point left = level.apply(mesh.pupil(Side.LEFT));
        Box box = new Box(
                right.x() - BESIDE_PUPILS_MM * mm,
                right.y() - ABOVE_PUPILS_MM * mm,
                left.x() - right.x() + 2 * BESIDE_PUPILS_MM * mm,
                (ABOVE_PUPILS_MM + BELOW_PUPILS_MM) * mm);
        return cut(pair, level, box, mostHeight);
    }

    /** The same framing in another size. */
    public Frame scaled(int newHeight) {
        double factor = (double) newHeight / height;
        Affine shrink = pixelScale(factor);
        return new Frame(
                (int) Math.round(width * factor),
                newHeight,
                baseline.then(shrink),
                followUp.then(shrink),
                pxPerMm * factor);
    }

    /** Turns the baseline so that its pupillary line is level. */
    private static Affine level(FaceLandmarks mesh) {
        Point across = mesh.pupil(Side.LEFT).minus(mesh.pupil(Side.RIGHT));
        return Affine.similarityAbout(mesh.pupil(Side.RIGHT), 1, -Math.atan2(across.y(), across.x()));
    }

    private static Frame cut(ExpressionComparison pair, Affine level, Box box, int mostHeight) {
        int height = (int) Math.round(Math.min(mostHeight, box.height()));
        double factor = height / box.height();
        int width = Math.max(1, (int) Math.round(box.width() * factor));
        Affine baseline = level.movedBy(new Point(-box.x(), -box.y())).then(pixelScale(factor));
        return new Frame(
                width,
                height,
                baseline,
                pair.alignment().followUpToBaseline().then(baseline),
                pair.baseline().face().scale().pxPerMm() * factor);
    }

    /** Scales about the picture's corner, which lies half a pixel off the first pixel's centre. */
    private static Affine pixelScale(double factor) {
        return new Affine(factor, 0, (factor - 1) / 2, 0, factor, (factor - 1) / 2);
    }

    /** Four corners, for what is drawn over the whole frame. */
    public List<Point> corners() {
        return List.of(new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
    }
}
