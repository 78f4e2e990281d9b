package rhytid.report.page;

import java.util.List;
import java.util.Locale;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;
import rhytid.report.drawing.Frame;

/** Positions of a frame as SVG takes them: there, the first pixel's centre lies at (0.5, 0.5). */
public final class SvgPath {

    /** Points closer together than this many pixels add bytes and nothing to see. */
    private static final double STEP_PX = 4;

    private SvgPath() {}

    public static String of(Polyline line) {
        int count = (int) Math.max(2, Math.round(line.length() / STEP_PX) + 1);
        return open(line.points().size() > count ? line.resampled(count).points() : line.points());
    }

    public static String of(Polygon outline) {
        return open(outline.points()) + "Z";
    }

    public static String segment(Point from, Point to) {
        return open(List.of(from, to));
    }

    private static String open(List<Point> points) {
        StringBuilder path = new StringBuilder("M");
        for (Point p : points) {
            path.append(
                    String.format(Locale.ROOT, path.length() > 1 ? " %.1f %.1f" : "%.1f %.1f", p.x() + .5, p.y() + .5));
        }
        return path.toString();
    }

    /** Across the frame, as a percentage of its width. */
    static String across(Point p, Frame frame) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * (p.x() + 0.5) / frame.width());
    }

    /** Down the frame, as a percentage of its height. */
    static String down(Point p, Frame frame) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * (p.y() + 0.5) / frame.height());
    }
}
