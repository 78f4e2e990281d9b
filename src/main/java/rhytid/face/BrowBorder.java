package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/**
 * Finds the upper border of a brow in the full-resolution photo: where the skin of the forehead gives way to the hair,
 * found as the strongest fall of brightness from a strip above to a strip below. The mesh only says where to look.
 */
final class BrowBorder {

    /** Height of each of the two strips, mm: wider than a forehead line, narrower than a brow. */
    private static final double STRIP_MM = 1.8;

    /** How far from the mesh's line the border may be, mm: up, and down into the brow. */
    private static final double BEYOND_MM = 5;

    private static final double INWARDS_MM = 4.5;

    private static final double STEP_MM = 0.1;
    private static final double COLUMN_MM = 1;

    /** Smoothing that takes single hairs away, mm. */
    private static final double SIGMA_MM = 0.35;

    /** A brow whose border shows less than this many grey levels is too faint to be followed. */
    private static final double MIN_EVIDENCE = 9;

    /** A border found at the end of the searched strip is none. */
    private static final double MAX_AT_BOUNDARY = 0.15;

    /** What is left of the error where the evidence is good: hair does not end at a line. */
    private static final double FLOOR_MM = 0.12;

    private BrowBorder() {}

    /** The border; nothing where the brow is too faint or hidden. */
    static Optional<Contour> of(Photo photo, FaceLandmarks landmarks, Side side, MillimetreScale scale) {
        Polyline expected = expected(landmarks, side);
        double mm = scale.pxPerMm();
        Luminance brightness =
                Luminance.of(photo, grown(Box.around(expected.points()), 12 * mm), Luminance.Mix.SEEN, SIGMA_MM * mm);
        int columns = (int) Math.max(12, Math.round(expected.length() / (COLUMN_MM * mm)));
        Border border = new Border(
                expected,
                landmarks.up(),
                columns,
                INWARDS_MM * mm,
                BEYOND_MM * mm,
                STEP_MM * mm,
                (place, outwards) -> strip(brightness, place, outwards, mm) - strip(brightness, place, outwards, -mm));
        Border.Found found = border.find(12 / (mm * mm), 0.25 / (mm * mm));
        if (found.evidence() < MIN_EVIDENCE || found.boundary() > MAX_AT_BOUNDARY) {
            return Optional.empty();
        }
        return Optional.of(new Contour(found.line(), Math.hypot(found.errorPx(), FLOOR_MM * mm), true));
    }

    /** Mean brightness of the strip above the place, or below it where {@code mm} is negative. */
    private static double strip(Luminance brightness, Point place, Point outwards, double mm) {
        int samples = 6;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += brightness.at(place.plus(outwards.times((i + 0.5) / samples * STRIP_MM * mm)));
        }
        return sum / samples;
    }

    /** The mesh's line, drawn out to where the medial canthus has it measured. */
    private static Polyline expected(FaceLandmarks landmarks, Side side) {
        List<Point> points = new ArrayList<>(landmarks.points(FaceMesh.browUpperBorder(side)));
        Point along = landmarks.pupil(side.other()).minus(landmarks.pupil(side)).unit();
        Point first = points.getFirst();
        double missing =
                landmarks.point(FaceMesh.medialCanthus(side)).minus(first).dot(along);
        if (missing > 0) {
            Point inwards = first.minus(points.get(1)).unit();
            double reach = Math.min(missing / Math.max(inwards.dot(along), 0.5), 0.2 * landmarks.interpupillaryPx());
            points.addFirst(first.plus(inwards.times(reach)));
        }
        return SmoothCurve.through(points);
    }

    private static Box grown(Box box, double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }
}
