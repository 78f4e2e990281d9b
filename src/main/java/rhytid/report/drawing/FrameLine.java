package rhytid.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhytid.geometry.Affine;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Line;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/** A wrinkle line where it lies in a frame. */
public record FrameLine(Region region, Polyline path, double depth) {

    /** The lines of all usable regions, shallow ones first so that deep ones are drawn over them. */
    public static List<FrameLine> of(Map<Region, RegionLines> regions, Affine toFrame) {
        List<FrameLine> lines = new ArrayList<>();
        for (RegionLines region : regions.values()) {
            for (Line line : region.usable() ? region.lines() : List.<Line>of()) {
                lines.add(new FrameLine(region.region(), line.path().transformed(toFrame), line.depth()));
            }
        }
        lines.sort(java.util.Comparator.comparingDouble(FrameLine::depth));
        return lines;
    }

    public Ink ink() {
        return Ink.ofDepth(depth);
    }
}
