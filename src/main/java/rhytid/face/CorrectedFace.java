package rhytid.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * A face with places that a person put right. A border (lid, brow) is bent so that it passes through the places put
 * right and stays where it was at the other named ones; a pupil takes its iris along, a canthus the ends of its lids.
 * The head's pose, and the scale until the patient's is known, stay as they were read.
 */
public final class CorrectedFace {

    /**
     * Standard error of a place put by hand, mm. Taken, not measured: two to three pixels of a photo in which the eyes
     * are 500 pixels apart, about what a steady hand at a magnified photo leaves.
     */
    static final double HAND_MM = 0.3;

    private static final Set<NamedPoint> CANTHI = Set.of(NamedPoint.MEDIAL_CANTHUS, NamedPoint.LATERAL_CANTHUS);

    private final Face face;
    private final NamedPoints put;
    private final NamedPoints found;
    private final double handPx;

    private CorrectedFace(Face face, NamedPoints put) {
        this.face = face;
        this.put = put;
        this.found = NamedPoints.of(face);
        this.handPx = face.scale().pixels(HAND_MM);
    }

    /** The face itself where nothing was put right. */
    public static Face of(Face face, NamedPoints corrections) {
        return corrections.isEmpty() ? face : new CorrectedFace(face, corrections).corrected();
    }

    private Face corrected() {
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        Map<Side, Contour> upperLids = new EnumMap<>(Side.class);
        Map<Side, Contour> lowerLids = new EnumMap<>(Side.class);
        Map<Side, Contour> brows = new EnumMap<>(Side.class);
        Map<Side, Point> browEnds = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            iris(side).ifPresent(iris -> irises.put(side, iris));
            bent(face.upperLids(), side, lid(NamedPoint.UPPER_LID)).ifPresent(lid -> upperLids.put(side, lid));
            bent(face.lowerLids(), side, lid(NamedPoint.LOWER_LID)).ifPresent(lid -> lowerLids.put(side, lid));
            bent(
                            face.upperBrows(),
                            side,
                            List.of(NamedPoint.BROW_MEDIAL, NamedPoint.BROW_PUPIL, NamedPoint.BROW_LATERAL))
                    .ifPresent(brow -> brows.put(side, brow));
            put.at(side, NamedPoint.BROW_END)
                    .or(() -> Optional.ofNullable(face.browEnds().get(side)))
                    .ifPresent(end -> browEnds.put(side, end));
        }
        return new Face(
                mesh(), face.pose(), face.poseErrorDeg(), irises, upperLids, lowerLids, brows, browEnds, face.scale());
    }

    private static List<NamedPoint> lid(NamedPoint margin) {
        return List.of(NamedPoint.MEDIAL_CANTHUS, margin, NamedPoint.LATERAL_CANTHUS);
    }

    private FaceLandmarks mesh() {
        List<Point> points = new ArrayList<>(face.landmarks().points());
        for (Side side : Side.values()) {
            put.at(side, NamedPoint.MEDIAL_CANTHUS).ifPresent(p -> points.set(FaceMesh.medialCanthus(side), p));
            put.at(side, NamedPoint.LATERAL_CANTHUS).ifPresent(p -> points.set(FaceMesh.lateralCanthus(side), p));
            put.at(side, NamedPoint.COMMISSURE).ifPresent(p -> points.set(FaceMesh.commissure(side), p));
            Point step = step(side, NamedPoint.PUPIL);
            points.set(
                    FaceMesh.irisCentre(side),
                    points.get(FaceMesh.irisCentre(side)).plus(step));
            for (int rim : FaceMesh.irisRim(side)) {
                points.set(rim, points.get(rim).plus(step));
            }
        }
        return new FaceLandmarks(
                points, face.landmarks().presence(), face.landmarks().spreadPx());
    }

    /** A hidden iris that somebody saw after all is as large as the scale says. */
    private Optional<Iris> iris(Side side) {
        Optional<Iris> read = face.iris(side);
        return put.at(side, NamedPoint.PUPIL)
                .map(centre -> new Iris(
                        centre,
                        read.map(Iris::diameterPx)
                                .orElseGet(() -> face.scale().pixels(MillimetreScale.IRIS_DIAMETER_MM)),
                        handPx * Math.sqrt(2), // a centre is known √2 better than a diameter
                        true))
                .or(() -> read);
    }

    private Optional<Contour> bent(Map<Side, Contour> borders, Side side, List<NamedPoint> names) {
        Contour border = borders.get(side);
        if (border == null || names.stream().allMatch(name -> put.at(side, name).isEmpty())) {
            return Optional.ofNullable(border);
        }
        Point axis = NamedPoints.axis(face);
        Comparator<Point> order = Comparator.comparingDouble(p -> p.dot(axis));
        order = side == Side.LEFT ? order : order.reversed(); // from medial to lateral
        List<Point> line = new ArrayList<>(border.line().points());
        List<NamedPoint> onBorder =
                names.stream().filter(name -> !CANTHI.contains(name)).toList();
        onBorder.forEach(name -> found.at(side, name).ifPresent(line::add));
        line.sort(order);
        List<Point> moved = line.stream()
                .map(p -> p.plus(stepAt(p.dot(axis), side, axis, names)))
                .toList();
        boolean whole = onBorder.stream().allMatch(name -> put.at(side, name).isPresent());
        double error = whole ? handPx : Math.max(handPx, border.errorPx());
        return Optional.of(new Contour(new Polyline(moved), error, true));
    }

    /** How far the border moves at a place along the pupillary line: between two knots in proportion. */
    private Point stepAt(double along, Side side, Point axis, List<NamedPoint> knots) {
        double before = knot(side, knots.getFirst(), axis);
        if ((along - before) * (knot(side, knots.getLast(), axis) - before) <= 0) {
            return step(side, knots.getFirst());
        }
        for (int i = 1; i < knots.size(); i++) {
            double from = knot(side, knots.get(i - 1), axis);
            double to = knot(side, knots.get(i), axis);
            if ((along - from) * (along - to) <= 0 && from != to) {
                return step(side, knots.get(i - 1)).towards(step(side, knots.get(i)), (along - from) / (to - from));
            }
        }
        return step(side, knots.getLast());
    }

    private double knot(Side side, NamedPoint name, Point axis) {
        return found.at(side, name).orElseThrow().dot(axis);
    }

    private Point step(Side side, NamedPoint name) {
        return put.at(side, name)
                .map(p -> p.minus(found.at(side, name).orElseThrow()))
                .orElse(new Point(0, 0));
    }
}
