package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.report.drawing.Frame;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/**
 * A part of the face that both photos can be brought close to.
 *
 * @param x its centre, as a share of the frame's width
 * @param y its centre, as a share of the frame's height
 * @param zoom how much larger
 */
public record ZoomSpot(String key, String name, String x, String y, String zoom) {

    private static final List<Region> OFFERED =
            List.of(Region.FOREHEAD, Region.GLABELLA, Region.CROWS_FEET_RIGHT, Region.CROWS_FEET_LEFT, Region.PERIORAL);

    private static final double MOST = 4;

    /** So much of the window is left around the region. */
    private static final double MARGIN = 1.25;

    static List<ZoomSpot> of(Map<Region, RegionLines> regions, Frame frame, Words words) {
        List<ZoomSpot> spots = new ArrayList<>();
        for (Region region : OFFERED) {
            RegionLines lines = regions.get(region);
            if (lines != null) {
                Box box = lines.outline().transformed(frame.baseline()).bounds();
                spots.add(spot(region, box, frame, words));
            }
        }
        return spots;
    }

    private static ZoomSpot spot(Region region, Box box, Frame frame, Words words) {
        double zoom = Math.clamp(
                Math.min(frame.width() / (box.width() * MARGIN), frame.height() / (box.height() * MARGIN)), 1, MOST);
        Point centre = box.centre();
        return new ZoomSpot(
                region.key(),
                words.say("region." + region.key()),
                share(centre.x() / frame.width(), zoom),
                share(centre.y() / frame.height(), zoom),
                String.format(Locale.ROOT, "%.3f", zoom));
    }

    /** Kept so far from the picture's border that the window shows no more than the picture. */
    private static String share(double centre, double zoom) {
        return String.format(Locale.ROOT, "%.4f", Math.clamp(centre, 0.5 / zoom, 1 - 0.5 / zoom));
    }
}
