package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;
import tools.jackson.databind.JsonNode;

/** How brows, lids and the corners of the mouth stand at rest. */
final class PlainHeights {

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

    /** @param rest the expression at rest; may be missing */
    static List<Sentence> of(JsonNode rest, Words words) {
        List<Sentence> sentences = new ArrayList<>();
        add(sentences, "brow", brow(rest, "right"), brow(rest, "left"), words);
        add(sentences, "lid", moved(rest.at("/eyelids/right/mrd1")), moved(rest.at("/eyelids/left/mrd1")), words);
        add(
                sentences,
                "mouth",
                moved(rest.at("/mouth/right/commissureHeight")),
                moved(rest.at("/mouth/left/commissureHeight")),
                words);
        return sentences;
    }

    /** The height of this brow that changed most. */
    private static @Nullable Moved brow(JsonNode rest, String side) {
        JsonNode brow = rest.at("/brows/" + side);
        Optional<Moved> most = Stream.of("medial", "pupil", "lateral")
                .map(where -> moved(brow.path(where)))
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(moved -> Math.abs(moved.change())));
        return most.orElse(null);
    }

    private static @Nullable Moved moved(JsonNode change) {
        JsonNode interval = change.path("ci95");
        boolean sure = change.path("significant").asBoolean(false)
                && change.path("change").isNumber()
                && interval.size() == 2;
        return sure
                ? new Moved(
                        change.get("change").doubleValue(),
                        interval.get(0).doubleValue(),
                        interval.get(1).doubleValue())
                : null;
    }

    private static void add(
            List<Sentence> sentences, String what, @Nullable Moved right, @Nullable Moved left, Words words) {
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
