package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Assessment;
import rhytid.comparison.Change;
import rhytid.geometry.Affine;
import rhytid.measure.MeasureKey;
import rhytid.report.drawing.BrowDrawing;
import rhytid.report.drawing.Frame;

/** Eyes and brows of one photo with the pupillary line and the heights above it. */
public record BrowFigure(Shot shot, String pupillaryLine, List<String> borders, List<Height> heights) {

    /** A height with its millimetres beside its top; {@code step} staggers the labels of one brow. */
    public record Height(String path, String label, boolean sure, String x, String y, String step) {}

    /** The baseline: heights as they were. */
    static BrowFigure before(Assessment photo, Frame frame, Shot shot, Map<MeasureKey, Change> changes, Words words) {
        return of(photo, frame.baseline(), frame, shot, changes, words, false);
    }

    /** The follow-up: what became of them. */
    static BrowFigure after(Assessment photo, Frame frame, Shot shot, Map<MeasureKey, Change> changes, Words words) {
        return of(photo, frame.followUp(), frame, shot, changes, words, true);
    }

    private static BrowFigure of(
            Assessment photo,
            Affine toFrame,
            Frame frame,
            Shot shot,
            Map<MeasureKey, Change> changes,
            Words words,
            boolean followUp) {
        BrowDrawing drawing = BrowDrawing.of(photo, toFrame);
        List<Height> heights = new ArrayList<>();
        for (BrowDrawing.Height height : drawing.heights()) {
            Change change = changes.get(new MeasureKey(height.measure(), height.side()));
            heights.add(new Height(
                    SvgPath.segment(height.foot(), height.top()),
                    label(change, words, followUp),
                    followUp && change != null && change.significant(),
                    SvgPath.across(height.top(), frame),
                    SvgPath.down(height.top(), frame),
                    height.measure().key()));
        }
        return new BrowFigure(
                shot,
                SvgPath.of(drawing.pupillaryLine()),
                drawing.borders().stream().map(SvgPath::of).toList(),
                heights);
    }

    private static String label(@Nullable Change change, Words words, boolean followUp) {
        Double number = change == null ? null : followUp ? change.after() : change.before();
        String text = new Figures(words).number(number, "mm");
        Double difference = change == null ? null : change.change();
        return followUp && change != null && change.significant() && difference != null
                ? text + " (" + new Figures(words).signedNumber(difference, "mm") + ")"
                : text;
    }
}
