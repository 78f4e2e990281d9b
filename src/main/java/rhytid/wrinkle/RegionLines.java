package rhytid.wrinkle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.geometry.Polygon;

/**
 * The lines of one region of one photo.
 *
 * @param outline the region in pixels of the upright photo
 * @param areaMm2 measurable skin in it, after the mask
 * @param lines what was found
 * @param lengthMm sum of the lengths
 * @param depth mean depth weighted by length, 0 where there is no line
 * @param lineIndex Σ length × depth ÷ area, in 1/mm × 100; linear in depth
 * @param lineIndexError its standard error from noise of this photo
 * @param reason why the region can't be used (hair, glasses, shadow, resolution); null where it can
 */
public record RegionLines(
        Region region,
        Polygon outline,
        double areaMm2,
        List<Line> lines,
        double lengthMm,
        double depth,
        double lineIndex,
        double lineIndexError,
        @Nullable String reason) {
    public RegionLines {
        lines = List.copyOf(lines);
    }

    public boolean usable() {
        return reason == null;
    }
}
