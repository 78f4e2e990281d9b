package rhytid.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Finding;
import rhytid.comparison.Objection;
import rhytid.face.Expression;

/**
 * Something to read, with a word that says how to take it.
 *
 * @param tone {@code note}, {@code consider}, {@code check} or {@code stop}: for colour and symbol
 * @param label the tone, or the photo it speaks of, in words
 */
public record Note(String tone, String label, String text) {

    public static List<Note> findings(List<Finding> findings, Words words) {
        return findings.stream()
                .map(f -> new Note(
                        f.severity(),
                        words.say("finding." + f.severity()),
                        words.spoken().finding(f, words)))
                .toList();
    }

    public static List<Note> objections(List<Objection> objections, String tone, Words words) {
        return objections.stream()
                .map(o -> new Note(tone, photo(o.photo(), words), words.spoken().objection(o)))
                .toList();
    }

    /** {@code follow-up/frown} becomes “After · Frowning”; {@code frown} alone speaks of both photos. */
    static String photo(@Nullable String photo, Words words) {
        if (photo == null) {
            return words.say("photo.both");
        }
        int slash = photo.indexOf('/');
        String visit = slash < 0 ? "photo.both" : photo.startsWith("baseline") ? "visit.before" : "visit.after";
        return Expression.of(photo.substring(slash + 1))
                .map(e -> words.say("photo.named", words.say(visit), words.say("expression." + e.key())))
                .orElse(words.say(visit));
    }
}
