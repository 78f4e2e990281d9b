package rhytid.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * The places that measures are made of, in millimetres, as if the head faced the camera: x along the pupillary line to
 * the subject's left, y up, the origin midway between the pupils.
 */
final class FaceGeometry {

    /** How far beyond its end a border is carried on straight, mm: the ends of a brow fade out over about this much. */
    private static final double REACH_MM = 2.5;

    private final Face face;
    private final FaceDepth depth;
    private final FaceFrame frame;

    /** Each is asked for several times, and takes long. */
    private final Map<Contour, Polyline> borders = new IdentityHashMap<>();

    private FaceGeometry(Face face, FaceDepth depth) {
        this.face = face;
        this.depth = depth;
        this.frame = FaceFrame.of(face);
    }

    static FaceGeometry of(Face face, FaceDepth depth) {
        return new FaceGeometry(face, depth);
    }

    /** Whether both irises are seen, so that there is a pupillary line to measure heights from. */
    boolean hasPupillaryLine() {
        return sees(Side.RIGHT) && sees(Side.LEFT);
    }

    boolean sees(Side side) {
        return face.iris(side).isPresent();
    }

    /** Centre of the iris, or where the mesh takes it to be. */
    Point pupil(Side side) {
        return frame.frontal(FaceFrame.pupil(face, side), 0);
    }

    /** A point of the mesh. */
    Point mesh(int index) {
        return frame.frontal(face.landmarks().point(index), depth.of(index));
    }

    /** The medial end of a brow; nothing where the photo did not show it. */
    Optional<Point> browEnd(Side side) {
        return Optional.ofNullable(face.browEnds().get(side))
                .map(end -> frame.frontal(end, depth.of(FaceMesh.browUpperBorder(side)[0])));
    }

    Optional<Polyline> upperBrow(Side side) {
        return border(face.upperBrows().get(side), FaceMesh.browUpperBorder(side));
    }

    Optional<Polyline> upperLid(Side side) {
        return border(face.upperLids().get(side), FaceMesh.upperLid(side));
    }

    Optional<Polyline> lowerLid(Side side) {
        return border(face.lowerLids().get(side), FaceMesh.lowerLid(side));
    }

    private Optional<Polyline> border(@Nullable Contour contour, int[] mesh) {
        return Optional.ofNullable(contour).map(known -> borders.computeIfAbsent(known, c -> upright(c, mesh)));
    }

    private Polyline upright(Contour contour, int[] mesh) {
        double[] beside = Arrays.stream(mesh)
                .mapToDouble(index -> Math.abs(frame.along(face.landmarks().point(index))))
                .toArray();
        List<Point> places = new ArrayList<>();
        for (Point p : contour.line().points()) {
            places.add(frame.frontal(p, depthBetween(mesh, beside, Math.abs(frame.along(p)))));
        }
        return new Polyline(places);
    }

    /**
     * Depth of a place of a border: that of the mesh's points beside it, which know how wide this face is.
     *
     * @param mesh the border's points on one side of the face, from medial to lateral
     * @param beside how far from the midline each of them is seen
     * @param at how far the place is; beyond the border's ends the depth of the end holds
     */
    private double depthBetween(int[] mesh, double[] beside, double at) {
        for (int i = 1; i < mesh.length; i++) {
            if (at <= beside[i] && beside[i] > beside[i - 1]) {
                double share = Math.clamp((at - beside[i - 1]) / (beside[i] - beside[i - 1]), 0, 1);
                return depth.of(mesh[i - 1]) * (1 - share) + depth.of(mesh[i]) * share;
            }
        }
        return depth.of(mesh[mesh.length - 1]);
    }

    /**
     * The height of a border at a place along the pupillary line; empty where the border does not reach there.
     *
     * @param x millimetres to the subject's left
     */
    static Optional<Double> heightAt(Polyline border, double x) {
        List<Point> points = border.points();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            if (a.x() != b.x() && (x - a.x()) * (x - b.x()) <= 0) {
                return Optional.of(a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
            }
        }
        return carriedOn(points.get(1), points.getFirst(), x)
                .or(() -> carriedOn(points.get(points.size() - 2), points.getLast(), x));
    }

    private static Optional<Double> carriedOn(Point from, Point end, double x) {
        double step = end.x() - from.x();
        double beyond = (x - end.x()) * Math.signum(step);
        return beyond >= 0 && beyond <= REACH_MM && step != 0
                ? Optional.of(end.y() + (end.y() - from.y()) * (x - end.x()) / step)
                : Optional.empty();
    }
}
