package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionComparison;
import rhytid.geometry.Polyline;
import rhytid.measure.MeasureKey;
import rhytid.report.drawing.BrowDrawing;
import rhytid.report.drawing.Frame;

/**
 * Eyes and brows of one photo with the pupillary line and the heights above it.
 *
 * @param earlier where the brows were in the baseline; empty in the baseline itself
 */
public record BrowFigure(
        Shot shot, String pupillaryLine, List<String> borders, List<String> earlier, List<Height> heights) {

    /** A height with its millimetres beside its top; {@code step} staggers the labels of one brow. */
    public record Height(String path, String label, boolean sure, String x, String y, String step) {}

    /** The baseline: heights as they were. */
    static BrowFigure before(ExpressionComparison pair, Frame frame, Shot shot, Words words) {
        BrowDrawing drawing = BrowDrawing.of(pair.baseline(), frame.baseline());
        return of(drawing, List.of(), frame, shot, key -> label(pair.measures().get(key), words, false));
    }

    /** The follow-up: what became of them. */
    static BrowFigure after(ExpressionComparison pair, Frame frame, Shot shot, Words words) {
        BrowDrawing drawing = BrowDrawing.of(pair.followUp(), frame.followUp());
        List<String> earlier = BrowDrawing.of(pair.baseline(), frame.baseline()).brows().stream()
                .map(SvgPath::of)
                .toList();
        return of(drawing, earlier, frame, shot, key -> label(pair.measures().get(key), words, true));
    }

    private record Label(String text, boolean sure) {}

    private static BrowFigure of(
            BrowDrawing drawing, List<String> earlier, Frame frame, Shot shot, Function<MeasureKey, Label> labels) {
        List<Height> heights = new ArrayList<>();
        for (BrowDrawing.Height height : drawing.heights()) {
            Label label = labels.apply(new MeasureKey(height.measure(), height.side()));
            heights.add(new Height(
                    SvgPath.segment(height.foot(), height.top()),
                    label.text(),
                    label.sure(),
                    SvgPath.across(height.top(), frame),
                    SvgPath.down(height.top(), frame),
                    height.measure().key()));
        }
        List<Polyline> borders = new ArrayList<>(drawing.brows());
        borders.addAll(drawing.lids());
        return new BrowFigure(
                shot,
                SvgPath.of(drawing.pupillaryLine()),
                borders.stream().map(SvgPath::of).toList(),
                earlier,
                heights);
    }

    private static Label label(@Nullable Change change, Words words, boolean followUp) {
        Double number = change == null ? null : followUp ? change.after() : change.before();
        return new Label(new Figures(words).number(number, "mm"), followUp && change != null && change.significant());
    }
}
