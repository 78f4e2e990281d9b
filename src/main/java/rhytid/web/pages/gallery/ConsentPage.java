package rhytid.web.pages.gallery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Consent;

/**
 * What a patient agrees to.
 *
 * @param path where the words are sent to
 * @param preview true where staff record it for the patient
 */
public record ConsentPage(String patientId, String path, boolean preview, List<Purpose> purposes) {

    /** What every clinic asks for, the first three in the order in which a patient meets them. */
    private static final List<String> USUAL = List.of("photos", "sharing", "teaching", "research");

    /**
     * One purpose.
     *
     * @param known true where we have words for it; others are the clinic's own
     * @param state {@code given}, {@code withdrawn} or {@code unasked}
     * @param at since when; null where it was not asked
     * @param own true when the patient said so themselves
     */
    public record Purpose(
            String key,
            boolean known,
            String state,
            @Nullable Instant at,
            boolean own) {

        /** What its words begin with. */
        public String words() {
            return "gallery.consent." + (known ? key : "other");
        }

        public boolean given() {
            return state.equals("given");
        }
    }

    /** @param ownAccounts ids under which the patient may have spoken */
    static List<Purpose> purposes(List<Consent> current, Function<String, Boolean> isOwn) {
        Map<String, Consent> words = current.stream().collect(Collectors.toMap(Consent::purpose, word -> word));
        List<String> keys = new ArrayList<>(USUAL);
        current.stream()
                .map(Consent::purpose)
                .filter(key -> !USUAL.contains(key))
                .forEach(keys::add);
        return keys.stream().map(key -> purpose(key, words.get(key), isOwn)).toList();
    }

    private static Purpose purpose(String key, @Nullable Consent word, Function<String, Boolean> isOwn) {
        boolean known = USUAL.contains(key);
        if (word == null) {
            return new Purpose(key, known, "unasked", null, false);
        }
        return new Purpose(
                key, known, word.granted() ? "given" : "withdrawn", word.at(), isOwn.apply(word.recordedBy()));
    }
}
