package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.geometry.Polyline;

/** Where the skin of a base is, 1 on bare skin and 0 on hair, eyes and lips, soft between, on a grid of its own. */
final class SkinMask {

    private static final double GRID_PER_MM = 2;

    private final Plane soft;

    SkinMask(Anatomy anatomy, int widthMm, int heightMm) {
        Polygon skin = outline(anatomy);
        List<Polygon> holes = new ArrayList<>();
        holes.add(new Polygon(anatomy.lips()));
        for (Side side : Side.values()) {
            holes.add(eye(anatomy, side));
        }
        Plane hard = Plane.of((int) (widthMm * GRID_PER_MM), (int) (heightMm * GRID_PER_MM), (x, y) -> {
            Point p = new Point((x + 0.5) / GRID_PER_MM, (y + 0.5) / GRID_PER_MM);
            return skin.contains(p) && holes.stream().noneMatch(hole -> hole.contains(p)) ? 1 : 0;
        });
        soft = hard.blurred(1.0 * GRID_PER_MM);
    }

    float at(double xMm, double yMm) {
        return soft.linear(xMm * GRID_PER_MM - 0.5, yMm * GRID_PER_MM - 0.5);
    }

    /** Forehead under the hairline, down the temples and the sides of the face, and the neck. */
    private static Polygon outline(Anatomy a) {
        List<Point> points = new ArrayList<>();
        List<Point> hairline = Shape.smooth(a.hairline(), 3).points();
        hairline.forEach(p -> points.add(p.plus(new Point(0, 1.5))));
        List<Point> jaw = a.jaw().points();
        points.add(jaw.getLast().plus(new Point(-2, -18)));
        points.add(jaw.getLast());
        points.add(new Point(jaw.getLast().x() - 8, 400));
        points.add(new Point(jaw.getFirst().x() + 8, 400));
        points.add(jaw.getFirst());
        points.add(jaw.getFirst().plus(new Point(2, -18)));
        return new Polygon(points);
    }

    private static Polygon eye(Anatomy a, Side side) {
        Polyline upper = Shape.smooth(a.upperLid(side), 1);
        Polyline lower = Shape.smooth(a.lowerLid(side), 1);
        List<Point> points = new ArrayList<>(upper.points());
        points.addAll(lower.points().reversed());
        return new Polygon(points);
    }
}
