package rhytid.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Rays from an iris's centre across its nasal and temporal limbus, and how the brightness rises along them. */
final class LimbusRays {

    /** Rays across each of the two arcs when edges are sought. */
    static final int A_SIDE = 25;

    /** And when it only matters how much there is to see. */
    private static final int COARSE = 9;

    /** The limbus is a transition of about half a millimetre; edges are looked for at this share of the radius. */
    private static final double EDGE_SIGMA = 0.06;

    /** How far the nasal and the temporal arc reach above and below the horizontal. */
    record Arcs(double up, double down) {}

    /** A circle in pixels of the photo. */
    record Circle(Point centre, double radius) {}

    /** Where a ray crosses the limbus, and how steeply the brightness rises there, in grey levels. */
    record Edge(Point place, double rise) {}

    private final Luminance luminance;
    private final Point level;
    private final double radius;

    /** @param level unit vector along the pupillary line */
    LimbusRays(Photo photo, Point centre, double radius, Point level) {
        double reach = 2.2 * radius;
        this.luminance = Luminance.of(
                photo,
                new Box(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach),
                Luminance.Mix.WARM,
                EDGE_SIGMA * radius);
        this.level = level;
        this.radius = radius;
    }

    /** How much brighter it is outside than inside. The weaker of the two sides counts: a lid can be steep on one. */
    double rise(Arcs arcs, Circle circle) {
        double nasal = 0;
        double temporal = 0;
        for (int i = 0; i < COARSE; i++) {
            double angle = angle(arcs, i, COARSE);
            nasal += clipped(riseAt(circle, angle, 1));
            temporal += clipped(riseAt(circle, angle, -1));
        }
        return Math.min(nasal, temporal) / COARSE;
    }

    private static double clipped(double rise) {
        return Double.isNaN(rise) ? 0 : Math.clamp(rise, 0, 60);
    }

    private static double angle(Arcs arcs, int ray, int rays) {
        return -arcs.up() + (arcs.up() + arcs.down()) * ray / (rays - 1);
    }

    private Point direction(double angle, int sign) {
        return level.times(sign * Math.cos(angle)).plus(level.quarterTurn().times(Math.sin(angle)));
    }

    private double riseAt(Circle circle, double angle, int sign) {
        Point out = direction(angle, sign);
        double step = 1.5 * EDGE_SIGMA * radius;
        return luminance.at(circle.centre().plus(out.times(circle.radius() + step)))
                - luminance.at(circle.centre().plus(out.times(circle.radius() - step)));
    }

    /** Where the rays of both arcs cross the limbus. */
    List<Edge> edges(Arcs arcs, Circle circle, double window) {
        List<Edge> edges = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int i = 0; i < A_SIDE; i++) {
                edge(circle, direction(angle(arcs, i, A_SIDE), sign), window).ifPresent(edges::add);
            }
        }
        return edges;
    }

    /** The steepest rise along one ray, to a part of a step. */
    private Optional<Edge> edge(Circle circle, Point out, double window) {
        double step = 0.015 * circle.radius();
        int reach = (int) Math.ceil(window * circle.radius() / step);
        double[] rise = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            double r = circle.radius() + i * step;
            rise[i + reach] = luminance.at(circle.centre().plus(out.times(r + step)))
                    - luminance.at(circle.centre().plus(out.times(r - step)));
        }
        int best = 1;
        for (int i = 1; i < rise.length - 1; i++) {
            if (rise[i] > rise[best]) {
                best = i;
            }
        }
        boolean peak = rise[best] > rise[best - 1] && rise[best] >= rise[best + 1] && rise[best] > 0.3;
        if (!peak) {
            return Optional.empty();
        }
        double bend = rise[best - 1] - 2 * rise[best] + rise[best + 1];
        double part = bend < 0 ? 0.5 * (rise[best - 1] - rise[best + 1]) / bend : 0;
        double r = circle.radius() + (best - reach + part) * step;
        return Optional.of(new Edge(circle.centre().plus(out.times(r)), rise[best]));
    }

    /** A steep edge is found more exactly than a faint one; beyond the median it no longer matters. */
    static double[] trust(List<Edge> edges) {
        double[] rises = edges.stream().mapToDouble(Edge::rise).sorted().toArray();
        double full = Math.max(rises[rises.length / 2], 1e-9);
        double[] trust =
                edges.stream().mapToDouble(e -> Math.min(1, e.rise() / full)).toArray();
        double mean = Arrays.stream(trust).average().orElseThrow();
        return Arrays.stream(trust).map(t -> t / mean).toArray();
    }
}
