package rhytid.web.pages.frame;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.quality.Reason;

/**
 * What is wrong with a photo or a pair, in the reader's language: {@code reason.KEY.what} and {@code reason.KEY.advice}
 * of {@code words/reason_LANGUAGE.properties}, or the English of {@link Reason} itself.
 */
public final class Reasons {

    private Reasons() {}

    /**
     * A reason in two sentences.
     *
     * @param what was seen
     * @param advice what to do about it; empty where there is none to give
     */
    public record Told(String what, String advice) {}

    /** @param message what was written with it, for a code that is none of a gate's */
    public static Told tell(Words words, String code, String message, @Nullable Double value, @Nullable Double limit) {
        Optional<Reason> found = Reason.of(code, value);
        if (found.isEmpty()) {
            return new Told(message, "");
        }
        Reason reason = found.get();
        String key = "reason." + reason.key();
        double shown = value == null ? 0 : value;
        double wanted = limit == null ? 0 : limit;
        return new Told(
                Reason.filled(words.sayOr(key + ".what", reason.what()), shown, wanted),
                Reason.filled(words.sayOr(key + ".advice", reason.advice()), shown, wanted));
    }
}
