package rhytid.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rhytid.comparison.Assessment;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.measure.Measure;

/**
 * The facial midline and the pairs of places whose heights are compared, in a frame.
 *
 * @param midline from the forehead down to the chin
 */
public record SymmetryDrawing(Polyline midline, List<Pair> pairs) {

    /** A place on the subject's right and its counterpart on the left. */
    public record Pair(Measure measure, Point right, Point left) {}

    public static SymmetryDrawing of(Assessment assessment, Affine toFrame) {
        Face face = assessment.face();
        List<Pair> pairs = new ArrayList<>();
        BrowDrawing brows = BrowDrawing.of(assessment, toFrame);
        add(
                pairs,
                Measure.SYMMETRY_BROW_LATERAL,
                top(brows, Measure.BROW_LATERAL, Side.RIGHT),
                top(brows, Measure.BROW_LATERAL, Side.LEFT));
        add(
                pairs,
                Measure.SYMMETRY_BROW_PUPIL,
                top(brows, Measure.BROW_PUPIL, Side.RIGHT),
                top(brows, Measure.BROW_PUPIL, Side.LEFT));
        add(pairs, Measure.SYMMETRY_MRD1, lid(face, Side.RIGHT, toFrame), lid(face, Side.LEFT, toFrame));
        add(
                pairs,
                Measure.SYMMETRY_COMMISSURE,
                Optional.of(mesh(face, FaceMesh.commissure(Side.RIGHT), toFrame)),
                Optional.of(mesh(face, FaceMesh.commissure(Side.LEFT), toFrame)));
        return new SymmetryDrawing(midline(face, toFrame), pairs);
    }

    private static void add(List<Pair> pairs, Measure measure, Optional<Point> right, Optional<Point> left) {
        if (right.isPresent() && left.isPresent()) {
            pairs.add(new Pair(measure, right.get(), left.get()));
        }
    }

    private static Optional<Point> top(BrowDrawing brows, Measure measure, Side side) {
        return brows.heights().stream()
                .filter(h -> h.measure() == measure && h.side() == side)
                .map(BrowDrawing.Height::top)
                .findFirst();
    }

    /** The upper lid's margin above the pupil. */
    private static Optional<Point> lid(Face face, Side side, Affine toFrame) {
        Contour margin = face.upperLids().get(side);
        if (margin == null) {
            return Optional.empty();
        }
        Point pupil = face.landmarks().pupil(side);
        return margin.line().resampled(41).points().stream()
                .min(java.util.Comparator.comparingDouble(p -> Math.abs(p.x() - pupil.x())))
                .map(toFrame::apply);
    }

    /** Through the middles of the paired stable points, upright to the mean line between the two of a pair. */
    private static Polyline midline(Face face, Affine toFrame) {
        Point middle = new Point(0, 0);
        Point across = new Point(0, 0);
        int[] right = {FaceMesh.medialCanthus(Side.RIGHT), FaceMesh.lateralCanthus(Side.RIGHT)};
        for (int index : right) {
            Point r = mesh(face, index, toFrame);
            Point l = mesh(face, FaceMesh.mirror(index), toFrame);
            middle = middle.plus(r.towards(l, 0.5).times(1.0 / right.length));
            across = across.plus(l.minus(r));
        }
        Point down = across.unit().quarterTurn();
        double up = middle.minus(mesh(face, FaceMesh.FOREHEAD_TOP, toFrame)).dot(down);
        double chin = mesh(face, FaceMesh.MENTON, toFrame).minus(middle).dot(down);
        return new Polyline(List.of(middle.minus(down.times(1.1 * up)), middle.plus(down.times(1.05 * chin))));
    }

    private static Point mesh(Face face, int index, Affine toFrame) {
        return toFrame.apply(face.landmarks().point(index));
    }
}
