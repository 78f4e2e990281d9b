package rhytid.phantom;

import java.util.List;
import rhytid.geometry.Point;
import rhytid.wrinkle.Region;

/**
 * What is known about a phantom's photo.
 *
 * @param pxPerMm in the plane of the face
 * @param mesh the 478 points, in pixels: as exact as the teacher network is on the mean face, and moved exactly
 * @param pupils in pixels
 * @param browHeights upper border of the brow above the pupillary line, mm
 * @param browDistanceMm between the medial ends of the brows' upper borders: what a frown brings together
 * @param mrd1 pupil to upper lid margin, mm, signed
 * @param commissureHeights mouth corner above (negative: below) the pupillary line, mm
 * @param lines the lines in the picture, those of no depth left out
 */
public record Truth(
        double pxPerMm,
        List<Point> mesh,
        Sides<Point> pupils,
        Sides<BrowShift> browHeights,
        double browDistanceMm,
        Sides<Double> mrd1,
        Sides<Double> commissureHeights,
        List<TrueLine> lines) {

    public List<TrueLine> lines(Region region) {
        return lines.stream().filter(line -> line.region() == region).toList();
    }

    /** Σ length × depth of a region's lines, mm: its line index times its area. */
    public double lengthTimesDepthMm(Region region) {
        return lines(region).stream()
                .mapToDouble(line -> line.lengthMm() * line.depth())
                .sum();
    }
}
