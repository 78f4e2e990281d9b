package rhytid.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Finds the limbus, where the iris meets the white of the eye, in the full-resolution photo. The lids hide it above and
 * below, so a circle is fitted to its nasal and temporal arcs: first the circle across which the brightness rises most
 * (J. Daugman, "High confidence visual recognition of persons by a test of statistical independence", 1993, on two
 * arcs), then the rise along each ray to a part of a pixel.
 */
final class LimbusFit {

    /** How far the arcs reach above and below the horizontal, where the lids allow. */
    private static final double MAX_ARC = Math.toRadians(38);

    /** With less than this to see, the circle's height is guesswork. */
    private static final double MIN_ARC = Math.toRadians(10);

    private static final int RAYS_A_SIDE = 25;

    /** Lids are thick and lashed: this share of what shows between them is used. */
    private static final double CLEAR_OF_LIDS = 0.7;

    /** The limbus is a transition of about half a millimetre; edges are looked for at this share of the radius. */
    private static final double EDGE_SIGMA = 0.06;

    /** The mesh's circle is larger than the limbus; the fit may be from 0.7 to 1.2 of it. */
    private static final double MIN_RADIUS = 0.7;

    private static final double MAX_RADIUS = 1.2;

    private static final int RADII = 21;

    /** An edge of fewer grey levels than this is no limbus. */
    private static final double MIN_RISE = 6;

    /** What remains of the error where the rays agree: the limbus itself is not a sharp line. */
    private static final double FLOOR = 0.006;

    private final Luminance luminance;
    private final Point level;
    private final double startRadius;
    private final Point start;
    private final double arcUp;
    private final double arcDown;

    private LimbusFit(Photo photo, FaceLandmarks landmarks, Side side, Iris mesh) {
        startRadius = mesh.diameterPx() / 2;
        start = mesh.centre();
        double reach = 2.2 * startRadius;
        luminance = Luminance.of(
                photo,
                new Box(start.x() - reach, start.y() - reach, 2 * reach, 2 * reach),
                Luminance.Mix.WARM,
                EDGE_SIGMA * startRadius);
        level = landmarks.pupil(Side.LEFT).minus(landmarks.pupil(Side.RIGHT)).unit();
        double radius = 0.92 * startRadius;
        arcUp = arc(lidDistance(landmarks, FaceMesh.upperLid(side)), radius);
        arcDown = arc(lidDistance(landmarks, FaceMesh.lowerLid(side)), radius);
    }

    /**
     * The irises with their limbus found, or as the mesh has them where it cannot be made out.
     *
     * @param mesh the irises as the mesh has them, those that are visible
     */
    static Map<Side, Iris> of(Photo photo, FaceLandmarks landmarks, Map<Side, Iris> mesh) {
        Map<Side, LimbusFit> fits = new EnumMap<>(Side.class);
        mesh.forEach((side, iris) -> {
            LimbusFit fit = new LimbusFit(photo, landmarks, side, iris);
            if (fit.arcUp >= MIN_ARC || fit.arcDown >= MIN_ARC) {
                fits.put(side, fit);
            }
        });
        Map<Side, Circle> starts = starts(fits);
        Map<Side, Iris> irises = new EnumMap<>(mesh);
        starts.forEach((side, circle) ->
                Objects.requireNonNull(fits.get(side)).refined(circle).ifPresent(iris -> irises.put(side, iris)));
        return irises;
    }

    /** Both irises of a person are of one size: the radius is the one at which both together show most. */
    private static Map<Side, Circle> starts(Map<Side, LimbusFit> fits) {
        Map<Side, List<Candidate>> candidates = new EnumMap<>(Side.class);
        fits.forEach((side, fit) -> candidates.put(side, fit.candidates()));
        int best = -1;
        double most = 0;
        for (int i = 0; i < RADII; i++) {
            int radius = i;
            double rise = candidates.values().stream()
                            .mapToDouble(c -> Math.min(c.get(radius).rise(), 40))
                            .sum()
                    / Math.max(1, fits.size());
            if (rise > most) {
                most = rise;
                best = i;
            }
        }
        Map<Side, Circle> starts = new EnumMap<>(Side.class);
        if (most >= MIN_RISE) {
            int radius = best;
            candidates.forEach((side, c) -> starts.put(side, c.get(radius).circle()));
        }
        return starts;
    }

    /** A circle that may be the limbus, and how much brighter it is outside than inside, in grey levels. */
    private record Candidate(Circle circle, double rise) {}

    /** A circle in pixels of the photo. */
    private record Circle(Point centre, double radius) {}

    /** Where a ray crosses the limbus, and how steeply the brightness rises there, in grey levels. */
    private record Edge(Point place, double rise) {}

    private double lidDistance(FaceLandmarks landmarks, int[] lid) {
        return landmarks.point(lid[lid.length / 2]).distanceTo(start);
    }

    private static double arc(double lidDistance, double radius) {
        return Math.min(MAX_ARC, Math.asin(Math.clamp(CLEAR_OF_LIDS * lidDistance / radius, 0, 1)));
    }

    /** For each radius the place where the brightness rises most across the circle. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < RADII; i++) {
            double r = MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * i / (RADII - 1);
            candidates.add(bestOf(r));
        }
        return candidates;
    }

    private Candidate bestOf(double r) {
        Candidate best = new Candidate(new Circle(start, r * startRadius), 0);
        for (double x = -0.35; x <= 0.351; x += 0.05) {
            for (double y = -0.3; y <= 0.301; y += 0.1) {
                Point move =
                        level.times(x * startRadius).plus(level.quarterTurn().times(y * startRadius));
                Circle circle = new Circle(start.plus(move), r * startRadius);
                double rise = rise(circle) * likelihood(r, x, y);
                if (rise > best.rise()) {
                    best = new Candidate(circle, rise);
                }
            }
        }
        return best;
    }

    /** The mesh is about 8 % too large and seldom a fifth of a radius off; a mild preference breaks ties. */
    private static double likelihood(double r, double x, double y) {
        double off = Math.pow((r - 0.92) / 0.25, 2) + Math.pow(x / 0.4, 2) + Math.pow(y / 0.4, 2);
        return Math.exp(-off / 2);
    }

    /** The weaker of the two sides counts: a lash or a lid can be steep on one. */
    private double rise(Circle circle) {
        double nasal = 0;
        double temporal = 0;
        int rays = 9;
        for (int i = 0; i < rays; i++) {
            double angle = angle(i, rays);
            nasal += clipped(riseAt(circle, angle, 1));
            temporal += clipped(riseAt(circle, angle, -1));
        }
        return Math.min(nasal, temporal) / rays;
    }

    private static double clipped(double rise) {
        return Double.isNaN(rise) ? 0 : Math.clamp(rise, 0, 60);
    }

    private double angle(int ray, int rays) {
        return -arcUp + (arcUp + arcDown) * ray / (rays - 1);
    }

    private Point direction(double angle, int sign) {
        return level.times(sign * Math.cos(angle)).plus(level.quarterTurn().times(Math.sin(angle)));
    }

    private double riseAt(Circle circle, double angle, int sign) {
        Point out = direction(angle, sign);
        double step = 1.5 * EDGE_SIGMA * startRadius;
        return luminance.at(circle.centre().plus(out.times(circle.radius() + step)))
                - luminance.at(circle.centre().plus(out.times(circle.radius() - step)));
    }

    private Optional<Iris> refined(Circle coarse) {
        Circle circle = coarse;
        Optional<CircleFit> fit = Optional.empty();
        double window = 0.16;
        for (int round = 0; round < 4; round++) {
            List<Edge> edges = edges(circle, window);
            if (edges.size() < RAYS_A_SIDE * 2 / 3) {
                return Optional.empty();
            }
            fit = CircleFit.of(
                    edges.stream().map(Edge::place).toList(), trust(edges), circle.centre(), circle.radius());
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            circle = new Circle(fit.get().centre(), fit.get().radius());
            window = Math.max(0.08, window * 0.7);
        }
        Circle last = circle;
        return fit.filter(f -> isPlausible(last))
                .map(f -> new Iris(
                        f.centre(), 2 * f.radius(), 2 * Math.hypot(f.radiusError(), FLOOR * f.radius()), true));
    }

    /** A steep edge is found more exactly than a faint one; beyond the median it no longer matters. */
    private static double[] trust(List<Edge> edges) {
        double[] rises = edges.stream().mapToDouble(Edge::rise).sorted().toArray();
        double full = Math.max(rises[rises.length / 2], 1e-9);
        double[] trust =
                edges.stream().mapToDouble(e -> Math.min(1, e.rise() / full)).toArray();
        double mean = Arrays.stream(trust).average().orElseThrow();
        return Arrays.stream(trust).map(t -> t / mean).toArray();
    }

    private boolean isPlausible(Circle circle) {
        double ratio = circle.radius() / startRadius;
        return ratio > MIN_RADIUS - 0.02
                && ratio < MAX_RADIUS + 0.02
                && circle.centre().distanceTo(start) < 0.5 * startRadius;
    }

    private List<Edge> edges(Circle circle, double window) {
        List<Edge> edges = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int i = 0; i < RAYS_A_SIDE; i++) {
                edge(circle, direction(angle(i, RAYS_A_SIDE), sign), window).ifPresent(edges::add);
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
}
