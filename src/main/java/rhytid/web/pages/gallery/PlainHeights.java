package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionChanges;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;

/** How brows, lids and the corners of the mouth stand at rest. */
final class PlainHeights {

    private static final List<Measure> BROW = List.of(Measure.BROW_MEDIAL, Measure.BROW_PUPIL, Measure.BROW_LATERAL);

    private PlainHeights() {}

    /** A change in millimetres, up being positive. */
    private record Moved(double change, double low, double high) {

        boolean up() {
            return change > 0;
        }

        Moved and(Moved other) {
            return new Moved((change + other.change) / 2, Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /** @param rest the face at rest; null where it was not photographed */
    static List<Sentence> of(@Nullable ExpressionChanges rest, Words words) {
        Map<MeasureKey, Change> measures = rest == null ? Map.of() : rest.measures();
        List<Sentence> sentences = new ArrayList<>();
        add(sentences, "brow", measures, BROW, words);
        add(sentences, "lid", measures, List.of(Measure.MRD1), words);
        add(sentences, "mouth", measures, List.of(Measure.COMMISSURE_HEIGHT), words);
        return sentences;
    }

    /** Of a side's heights the one that changed most. */
    private static @Nullable Moved most(Map<MeasureKey, Change> measures, List<Measure> heights, Side side) {
        Optional<Moved> most = heights.stream()
                .map(height -> moved(measures.get(new MeasureKey(height, side))))
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(moved -> Math.abs(moved.change())));
        return most.orElse(null);
    }

    private static @Nullable Moved moved(@Nullable Change change) {
        if (change == null || !change.significant()) {
            return null;
        }
        Double by = change.change();
        Double low = change.ciLow();
        Double high = change.ciHigh();
        return by == null || low == null || high == null ? null : new Moved(by, low, high);
    }

    private static void add(
            List<Sentence> sentences,
            String what,
            Map<MeasureKey, Change> measures,
            List<Measure> heights,
            Words words) {
        Moved right = most(measures, heights, Side.RIGHT);
        Moved left = most(measures, heights, Side.LEFT);
        if (right != null && left != null && right.up() == left.up()) {
            sentences.add(sentence(what, "both", right.and(left), words));
            return;
        }
        if (right != null) {
            sentences.add(sentence(what, "right", right, words));
        }
        if (left != null) {
            sentences.add(sentence(what, "left", left, words));
        }
    }

    private static Sentence sentence(String what, String side, Moved moved, Words words) {
        double least = Math.max(0, moved.up() ? moved.low() : -moved.high());
        double most = moved.up() ? moved.high() : -moved.low();
        return new Sentence(
                words.say("gallery." + what + "." + side + (moved.up() ? ".higher" : ".lower")),
                words.say("gallery.measured.mm", words.number(least, 1), words.number(most, 1)));
    }
}
