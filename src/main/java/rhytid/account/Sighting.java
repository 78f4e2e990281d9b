package rhytid.account;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * That somebody looked at what is held on a patient. It names the role and not the person: patients learn who in the
 * clinic looks at their face, and staff are not exposed one by one (the administrator sees the whole log).
 *
 * @param role such as {@code injector}; {@code patient} is the patient themselves
 * @param what the kind of thing looked at, by its key
 * @param people how many different ones
 * @param things how many different ones they looked at; how often a browser asked for each says nothing to anybody
 */
public record Sighting(LocalDate day, String role, String what, int people, int things) {

    /** What can be looked at; the rest of the log is about doing, not seeing. */
    public enum What {
        PHOTO(Action.READ_PHOTO),
        EARLIER_PHOTO(Action.READ_EARLIER_PHOTO),
        ORIGINAL(Action.READ_ORIGINAL),
        COMPARISON(Action.READ_COMPARISON),
        GALLERY(Action.READ_GALLERY),
        EXPORT(Action.EXPORT);

        private final Action action;

        What(Action action) {
            this.action = action;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> actions() {
            return Arrays.stream(values()).map(what -> what.action.key()).toList();
        }

        private static What of(String actionKey) {
            return Arrays.stream(values())
                    .filter(what -> what.action.key().equals(actionKey))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Sighting of(LocalDate day, String role, String action, int people, int things) {
        return new Sighting(day, role, What.of(action).key(), people, things);
    }
}
