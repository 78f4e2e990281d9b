package rhytid.report.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhytid.comparison.Assessment;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.measure.Measure;

/**
 * Where the brows and lids of one photo were measured, in a frame.
 *
 * @param pupillaryLine from beyond the right outer canthus to beyond the left
 * @param heights the brows' heights, as far as both ends are known
 * @param brows upper borders of the brows
 * @param lids upper and lower lid margins
 */
public record BrowDrawing(Polyline pupillaryLine, List<Height> heights, List<Polyline> brows, List<Polyline> lids) {

    /** From the pupillary line straight up to the brow's upper border. */
    public record Height(Measure measure, Side side, Point foot, Point top) {}

    public static BrowDrawing of(Assessment assessment, Affine toFrame) {
        Face face = assessment.face();
        Map<Side, Point> pupils = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Point pupil = face.iris(side)
                    .map(Iris::centre)
                    .orElseGet(() -> face.landmarks().pupil(side));
            pupils.put(side, toFrame.apply(pupil));
        }
        Point right = pupil(pupils, Side.RIGHT);
        Point left = pupil(pupils, Side.LEFT);
        Point along = left.minus(right).unit();
        double beyond = 0.55 * left.distanceTo(right);
        Polyline line = new Polyline(List.of(right.minus(along.times(beyond)), left.plus(along.times(beyond))));
        List<Height> heights = new ArrayList<>();
        List<Polyline> brows = new ArrayList<>();
        List<Polyline> lids = new ArrayList<>();
        for (Side side : Side.values()) {
            border(face.upperBrows().get(side), toFrame).ifPresent(border -> {
                brows.add(border);
                height(
                                Measure.BROW_MEDIAL,
                                side,
                                mesh(face, FaceMesh.medialCanthus(side), toFrame),
                                right,
                                along,
                                border)
                        .ifPresent(heights::add);
                height(Measure.BROW_PUPIL, side, pupil(pupils, side), right, along, border)
                        .ifPresent(heights::add);
                height(
                                Measure.BROW_LATERAL,
                                side,
                                mesh(face, FaceMesh.lateralCanthus(side), toFrame),
                                right,
                                along,
                                border)
                        .ifPresent(heights::add);
            });
            border(face.upperLids().get(side), toFrame).ifPresent(lids::add);
            border(face.lowerLids().get(side), toFrame).ifPresent(lids::add);
        }
        return new BrowDrawing(line, heights, brows, lids);
    }

    private static Point pupil(Map<Side, Point> pupils, Side side) {
        return java.util.Objects.requireNonNull(pupils.get(side));
    }

    private static Point mesh(Face face, int index, Affine toFrame) {
        return toFrame.apply(face.landmarks().point(index));
    }

    private static Optional<Polyline> border(@org.jspecify.annotations.Nullable Contour contour, Affine toFrame) {
        return Optional.ofNullable(contour).map(c -> c.line().transformed(toFrame));
    }

    /** Straight up from the pupillary line at the place, as far as the border; empty where it does not reach there. */
    private static Optional<Height> height(
            Measure measure, Side side, Point place, Point onLine, Point along, Polyline border) {
        Point foot = onLine.plus(along.times(place.minus(onLine).dot(along)));
        List<Point> points = border.points();
        for (int i = 1; i < points.size(); i++) {
            double from = points.get(i - 1).minus(foot).dot(along);
            double to = points.get(i).minus(foot).dot(along);
            if (from != to && from * to <= 0) {
                Point top = points.get(i - 1).towards(points.get(i), from / (from - to));
                return Optional.of(new Height(measure, side, foot, top));
            }
        }
        return end(measure, side, foot, along, border);
    }

    /** The ends of a brow fade out: a border that stops a little short is carried on level, as the measure does. */
    private static Optional<Height> end(Measure measure, Side side, Point foot, Point along, Polyline border) {
        Point nearest = border.first().minus(foot).dot(along)
                                * border.first().minus(foot).dot(along)
                        < border.last().minus(foot).dot(along)
                                * border.last().minus(foot).dot(along)
                ? border.first()
                : border.last();
        double gap = Math.abs(nearest.minus(foot).dot(along));
        if (gap > 0.1 * border.length()) {
            return Optional.empty();
        }
        Point up = along.quarterTurn();
        return Optional.of(new Height(
                measure, side, foot, foot.plus(up.times(nearest.minus(foot).dot(up)))));
    }
}
