package rhytid.clinic;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a photo can be measured, as the photo gate said when it was uploaded. A photo is kept whatever the gate says:
 * the person decides to keep it or to take another.
 *
 * @param objections why it cannot; empty unless it is unfit
 * @param warnings what would make its numbers less certain
 */
public record PhotoCheck(Verdict verdict, List<Objection> objections, List<Objection> warnings) {

    /** Nobody looked yet, or the look came to nothing. */
    public static final PhotoCheck NOT_CHECKED = new PhotoCheck(Verdict.NOT_CHECKED, List.of(), List.of());

    /** What the gate said. */
    public enum Verdict {
        FIT,
        UNFIT,
        NOT_CHECKED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Verdict of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One thing that speaks against the photo.
     *
     * @param code a fixed word for programs
     * @param message what is wrong and what to do about it
     * @param value what was found, where it is a number
     * @param limit what it had to be
     */
    public record Objection(
            String code,
            String message,
            @Nullable Double value,
            @Nullable Double limit) {}

    public PhotoCheck {
        objections = List.copyOf(objections);
        warnings = List.copyOf(warnings);
        if ((verdict == Verdict.UNFIT) == objections.isEmpty()) {
            throw new IllegalArgumentException("a photo is unfit for a reason, and no other has one");
        }
    }
}
