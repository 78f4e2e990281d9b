package rhytid.comparison;

import org.jspecify.annotations.Nullable;
import rhytid.photo.Refusal;

/**
 * A refusal or a warning with the photo it speaks of.
 *
 * @param photo {@code baseline/rest} or {@code follow-up/frown}; null where it speaks of the pair
 */
public record Objection(Refusal refusal, @Nullable String photo) {

    private static final String LEFT_OUT = " This expression was left out of the comparison.";

    /** The same, as a warning that says that the expression was left out for it. */
    Objection leavingOut() {
        return new Objection(
                new Refusal(refusal.code(), refusal.message() + LEFT_OUT, refusal.value(), refusal.limit()), photo);
    }

    /** Whether an expression was left out for it. */
    public boolean leftOut() {
        return refusal.message().endsWith(LEFT_OUT);
    }
}
