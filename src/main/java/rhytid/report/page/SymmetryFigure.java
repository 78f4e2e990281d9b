package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhytid.comparison.Assessment;
import rhytid.comparison.Change;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.measure.MeasureKey;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.SymmetryDrawing;

/** One photo with its midline and the paired places whose heights are compared. */
public record SymmetryFigure(Shot shot, String midline, List<Pair> pairs) {

    /** Two places joined; the label stands at the higher one and says by how much it is higher. */
    public record Pair(String path, List<Dot> dots, String label, boolean apart, String x, String y) {}

    /** In the frame's pixels. */
    public record Dot(String x, String y) {}

    /** From here on 23 of 100 people see an asymmetry of the brows (MEASURES.md). */
    static final double STATED_MM = 1;

    static SymmetryFigure of(
            Assessment photo,
            Affine toFrame,
            Frame frame,
            Shot shot,
            Map<MeasureKey, Change> changes,
            boolean followUp,
            Words words) {
        SymmetryDrawing drawing = SymmetryDrawing.of(photo, toFrame);
        List<Pair> pairs = new ArrayList<>();
        for (SymmetryDrawing.Pair pair : drawing.pairs()) {
            Change change = changes.get(new MeasureKey(pair.measure(), null));
            Double left = change == null ? null : followUp ? change.after() : change.before();
            if (left != null) {
                Point higher = left > 0 ? pair.left() : pair.right();
                pairs.add(new Pair(
                        SvgPath.segment(pair.right(), pair.left()),
                        List.of(dot(pair.right(), frame), dot(pair.left(), frame)),
                        new Figures(words).size(left, "mm"),
                        Math.abs(left) >= STATED_MM,
                        SvgPath.across(higher, frame),
                        SvgPath.down(higher, frame)));
            }
        }
        return new SymmetryFigure(shot, SvgPath.of(drawing.midline()), pairs);
    }

    private static Dot dot(Point p, Frame frame) {
        return new Dot(SvgPath.across(p, frame), SvgPath.down(p, frame));
    }
}
