package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhytid.comparison.Assessment;
import rhytid.comparison.Change;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.measure.MeasureKey;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.SymmetryDrawing;

/** One photo with its midline and the paired places whose heights are compared. */
public record SymmetryFigure(Shot shot, String midline, List<Pair> pairs) {

    /**
     * Two places joined.
     *
     * @param label by how much one is higher
     * @param higher {@code right} or {@code left}: at that border of the picture the label stands
     * @param y how far down, clear of the other labels
     */
    public record Pair(String path, List<Dot> dots, String label, boolean apart, String higher, String y) {}

    /** In the frame's pixels. */
    public record Dot(String x, String y) {}

    /** From here on 23 of 100 people see an asymmetry of the brows (MEASURES.md). */
    static final double STATED_MM = 1;

    /** The height of a label, as a share of the picture's, on the smallest screen. */
    private static final double LABEL_SHARE = 0.075;

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
        double free = 0;
        for (SymmetryDrawing.Pair pair : drawing.pairs()) {
            Change change = changes.get(new MeasureKey(pair.measure(), null));
            Double left = change == null ? null : followUp ? change.after() : change.before();
            if (left != null) {
                double place =
                        Math.max(free, pair.right().towards(pair.left(), 0.5).y());
                free = place + LABEL_SHARE * frame.height();
                pairs.add(new Pair(
                        SvgPath.segment(pair.right(), pair.left()),
                        List.of(dot(pair.right(), frame), dot(pair.left(), frame)),
                        new Figures(words).size(left, "mm"),
                        Math.abs(left) >= STATED_MM,
                        (left > 0 ? Side.LEFT : Side.RIGHT).key(),
                        SvgPath.down(new Point(0, place), frame)));
            }
        }
        return new SymmetryFigure(shot, SvgPath.of(drawing.midline()), pairs);
    }

    private static Dot dot(Point p, Frame frame) {
        return new Dot(SvgPath.across(p, frame), SvgPath.down(p, frame));
    }
}
