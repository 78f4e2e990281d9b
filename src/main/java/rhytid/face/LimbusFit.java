package rhytid.face;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rhytid.face.LimbusRays.Arcs;
import rhytid.face.LimbusRays.Circle;
import rhytid.face.LimbusRays.Edge;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Finds the limbus, where the iris meets the white of the eye, in the full-resolution photo. The lids hide it above and
 * below, so a circle is fitted to its nasal and temporal arcs: first the circle across which the brightness rises most
 * (J. Daugman, "High confidence visual recognition of persons by a test of statistical independence", 1993, on two
 * arcs), then the rise along each ray to a part of a pixel.
 *
 * <p>On arcs below the middle alone a circle that is larger fits as well as one that lies higher. Both irises of a
 * person are of one size, so their centres are found last, with the mean of both radii. On 124 unmoved eyes of London
 * portraits retaken twice the pupil's height then repeats to 0.08 mm, and not to 0.11; below a lid lowered by 0.8 to 2
 * mm it stays within 0.09 mm, and not 0.18.
 */
final class LimbusFit {

    /** How far the arcs reach above and below the horizontal, where the lids allow. */
    private static final double MAX_ARC = Math.toRadians(38);

    /** With less than this to see, the circle's height is guesswork. */
    private static final double MIN_ARC = Math.toRadians(10);

    private static final int LEAST_EDGES = LimbusRays.A_SIDE * 2 / 3;

    /** Edges are looked for about a circle, then about the one that was found. */
    private static final int ROUNDS = 4;

    /** How far about it at first, as a share of the radius. */
    private static final double FIRST_WINDOW = 0.16;

    /** And in the end. */
    private static final double LAST_WINDOW = 0.08;

    /** Lids are thick and lashed: this share of what shows between them is used. */
    private static final double CLEAR_OF_LIDS = 0.7;

    /** A lid that hangs is followed by the mesh by a third: more of what shows may be lid when the centre is sought. */
    private static final double CLEAR_OF_HANGING_LID = 0.4;

    /** The lower lid hardly moves, and the lower an arc reaches, the better it tells the height. */
    private static final double CLEAR_OF_LOWER_LID = 0.8;

    private static final double MAX_ARC_DOWN = Math.toRadians(50);

    /** The mesh's circle is larger than the limbus; the fit may be from 0.7 to 1.2 of it. */
    private static final double MIN_RADIUS = 0.7;

    private static final double MAX_RADIUS = 1.2;

    private static final int RADII = 21;

    /** An edge of fewer grey levels than this is no limbus. */
    private static final double MIN_RISE = 6;

    /** What remains of the error where the rays agree: the limbus itself is not a sharp line. */
    private static final double FLOOR = 0.006;

    private final LimbusRays rays;
    private final Point level;
    private final double startRadius;
    private final Point start;
    private final Arcs arcs;
    private final Arcs arcsOfCentre;

    private LimbusFit(Photo photo, FaceLandmarks landmarks, Side side, Iris mesh) {
        startRadius = mesh.diameterPx() / 2;
        start = mesh.centre();
        level = landmarks.pupil(Side.LEFT).minus(landmarks.pupil(Side.RIGHT)).unit();
        rays = new LimbusRays(photo, start, startRadius, level);
        double radius = 0.92 * startRadius;
        double upper = lidDistance(landmarks, FaceMesh.upperLid(side)) / radius;
        double lower = lidDistance(landmarks, FaceMesh.lowerLid(side)) / radius;
        arcs = new Arcs(arc(CLEAR_OF_LIDS * upper, MAX_ARC), arc(CLEAR_OF_LIDS * lower, MAX_ARC));
        arcsOfCentre =
                new Arcs(arc(CLEAR_OF_HANGING_LID * upper, MAX_ARC), arc(CLEAR_OF_LOWER_LID * lower, MAX_ARC_DOWN));
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
            if (fit.arcs.up() >= MIN_ARC || fit.arcs.down() >= MIN_ARC) {
                fits.put(side, fit);
            }
        });
        Map<Side, Circle> starts = starts(fits);
        Map<Side, Iris> irises = new EnumMap<>(mesh);
        starts.forEach((side, circle) ->
                Objects.requireNonNull(fits.get(side)).refined(circle).ifPresent(iris -> irises.put(side, iris)));
        centre(irises, fits);
        return irises;
    }

    /** Finds the centres anew, with the radius that both irises have. */
    private static void centre(Map<Side, Iris> irises, Map<Side, LimbusFit> fits) {
        double radius = irises.values().stream()
                        .filter(Iris::refined)
                        .mapToDouble(Iris::diameterPx)
                        .average()
                        .orElse(Double.NaN)
                / 2;
        irises.replaceAll((side, iris) -> iris.refined()
                ? Objects.requireNonNull(fits.get(side))
                        .centred(new Circle(iris.centre(), radius))
                        .map(centre -> new Iris(centre, iris.diameterPx(), iris.diameterErrorPx(), true))
                        .orElse(iris)
                : iris);
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

    private double lidDistance(FaceLandmarks landmarks, int[] lid) {
        return landmarks.point(lid[lid.length / 2]).distanceTo(start);
    }

    private static double arc(double height, double most) {
        return Math.min(most, Math.asin(Math.clamp(height, 0, 1)));
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
                double rise = rays.rise(arcs, circle) * likelihood(r, x, y);
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

    private Optional<Iris> refined(Circle coarse) {
        return fitted(arcs, coarse, FIRST_WINDOW, false)
                .map(f -> new Iris(
                        f.centre(), 2 * f.radius(), 2 * Math.hypot(f.radiusError(), FLOOR * f.radius()), true));
    }

    private Optional<Point> centred(Circle start) {
        return fitted(arcsOfCentre, start, LAST_WINDOW, true).map(CircleFit::centre);
    }

    private Optional<CircleFit> fitted(Arcs seen, Circle from, double firstWindow, boolean radiusKnown) {
        Circle circle = from;
        Optional<CircleFit> fit = Optional.empty();
        double window = firstWindow;
        for (int round = 0; round < ROUNDS; round++) {
            List<Edge> edges = rays.edges(seen, circle, window);
            if (edges.size() < LEAST_EDGES) {
                return Optional.empty();
            }
            fit = CircleFit.of(
                    edges.stream().map(Edge::place).toList(),
                    LimbusRays.trust(edges),
                    circle.centre(),
                    circle.radius(),
                    radiusKnown);
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            circle = new Circle(fit.get().centre(), fit.get().radius());
            window = Math.max(LAST_WINDOW, window * 0.7);
        }
        return fit.filter(this::isPlausible);
    }

    private boolean isPlausible(CircleFit fit) {
        double ratio = fit.radius() / startRadius;
        return ratio > MIN_RADIUS - 0.02
                && ratio < MAX_RADIUS + 0.02
                && fit.centre().distanceTo(start) < 0.5 * startRadius;
    }
}
