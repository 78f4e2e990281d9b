package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.List;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;
import tools.jackson.databind.JsonNode;

/** Muscles that rest: less movement of a treated muscle is how the treatment works. */
final class PlainMovement {

    private static final double UNCHANGED_PERCENT = 100;

    private PlainMovement() {}

    /** @param movement of comparison.json; may be missing */
    static List<Sentence> of(JsonNode movement, Words words) {
        List<Sentence> sentences = new ArrayList<>();
        for (String name : List.of("frown", "browRaise", "smile")) {
            JsonNode interval = movement.at("/" + name + "/ci95Percent");
            if (interval.size() == 2 && interval.get(1).doubleValue() < UNCHANGED_PERCENT) {
                sentences.add(new Sentence(
                        words.say("gallery.movement." + name),
                        words.say(
                                "gallery.measured.movement",
                                words.number(Math.max(0, interval.get(0).doubleValue()), 0),
                                words.number(interval.get(1).doubleValue(), 0))));
            }
        }
        return sentences;
    }
}
