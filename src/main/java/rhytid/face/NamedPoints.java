package rhytid.face;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * Places of a face by name, in pixels of the upright photo: all that were read in it, or those that somebody put right.
 */
public record NamedPoints(Map<Side, Map<NamedPoint, Point>> points) {

    public static final NamedPoints NONE = new NamedPoints(Map.of());

    public NamedPoints {
        Map<Side, Map<NamedPoint, Point>> copy = new EnumMap<>(Side.class);
        points.forEach((side, places) -> copy.put(side, Map.copyOf(places)));
        points = Map.copyOf(copy);
    }

    /**
     * Where the measures of this face are read; a place that the photo does not show is where the mesh takes it to be.
     */
    public static NamedPoints of(Face face) {
        Map<Side, Map<NamedPoint, Point>> all = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            all.put(side, read(face, side));
        }
        return new NamedPoints(all);
    }

    public Optional<Point> at(Side side, NamedPoint name) {
        return Optional.ofNullable(points.getOrDefault(side, Map.of()).get(name));
    }

    public boolean isEmpty() {
        return points.values().stream().allMatch(Map::isEmpty);
    }

    private static Map<NamedPoint, Point> read(Face face, Side side) {
        FaceLandmarks mesh = face.landmarks();
        Point axis = axis(face);
        Map<NamedPoint, Point> read = new EnumMap<>(NamedPoint.class);
        Point pupil = face.iris(side).map(Iris::centre).orElseGet(() -> mesh.pupil(side));
        Point medial = mesh.point(FaceMesh.medialCanthus(side));
        Point lateral = mesh.point(FaceMesh.lateralCanthus(side));
        read.put(NamedPoint.PUPIL, pupil);
        read.put(NamedPoint.MEDIAL_CANTHUS, medial);
        read.put(NamedPoint.LATERAL_CANTHUS, lateral);
        read.put(NamedPoint.COMMISSURE, mesh.point(FaceMesh.commissure(side)));
        Point end = face.browEnds().get(side);
        read.put(
                NamedPoint.BROW_END,
                end != null
                        ? end
                        : mesh.point(FaceMesh.browUpperBorder(side)[0])
                                .towards(mesh.point(FaceMesh.browLowerBorder(side)[0]), 0.5));
        Contour brow = face.upperBrows().get(side);
        if (brow != null) {
            read.put(NamedPoint.BROW_MEDIAL, abreast(brow.line(), axis, medial));
            read.put(NamedPoint.BROW_PUPIL, abreast(brow.line(), axis, pupil));
            read.put(NamedPoint.BROW_LATERAL, abreast(brow.line(), axis, lateral));
        }
        Contour upper = face.upperLids().get(side);
        if (upper != null) {
            read.put(NamedPoint.UPPER_LID, abreast(upper.line(), axis, pupil));
        }
        Contour lower = face.lowerLids().get(side);
        if (lower != null) {
            read.put(NamedPoint.LOWER_LID, abreast(lower.line(), axis, pupil));
        }
        return read;
    }

    /** Along the pupillary line, towards the subject's left; length 1. */
    static Point axis(Face face) {
        return face.landmarks().up().quarterTurn();
    }

    /** The place of a border straight above or below another place; the border's last stretch is carried on. */
    private static Point abreast(Polyline border, Point axis, Point of) {
        double along = of.dot(axis);
        int best = 1;
        double miss = Double.POSITIVE_INFINITY;
        for (int i = 1; i < border.points().size(); i++) {
            double share = share(border, i, axis, along);
            double beyond = Math.max(0, Math.max(-share, share - 1))
                    * border.points().get(i - 1).distanceTo(border.points().get(i));
            if (beyond < miss) {
                miss = beyond;
                best = i;
            }
        }
        Point from = border.points().get(best - 1);
        return from.towards(border.points().get(best), share(border, best, axis, along));
    }

    private static double share(Polyline border, int end, Point axis, double along) {
        double from = border.points().get(end - 1).dot(axis);
        double to = border.points().get(end).dot(axis);
        return to == from ? Double.POSITIVE_INFINITY : (along - from) / (to - from);
    }
}
