package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhytid.comparison.MovementChange;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;

/** Muscles that rest: less movement of a treated muscle is how the treatment works. */
final class PlainMovement {

    private static final double UNCHANGED_PERCENT = 100;

    private PlainMovement() {}

    static List<Sentence> of(Map<String, MovementChange> movement, Words words) {
        List<Sentence> sentences = new ArrayList<>();
        for (String name : List.of("frown", "browRaise", "smile")) {
            MovementChange change = movement.get(name);
            Double low = change == null ? null : change.ciLowPercent();
            Double high = change == null ? null : change.ciHighPercent();
            if (low != null && high != null && high < UNCHANGED_PERCENT) {
                sentences.add(new Sentence(
                        words.say("gallery.movement." + name),
                        words.say(
                                "gallery.measured.movement",
                                words.number(Math.max(0, low), 0),
                                words.number(high, 0))));
            }
        }
        return sentences;
    }
}
