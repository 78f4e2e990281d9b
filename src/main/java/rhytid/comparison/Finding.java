package rhytid.comparison;

import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import rhytid.face.Side;

/**
 * Something the injector may want to look at. The product measures, the injector decides.
 *
 * @param code one of {@link FindingCode}
 * @param severity {@code note}, {@code consider} or {@code check}
 * @param value what {@code message} says in words: millimetres, or percent
 * @param about the region ({@code forehead}) or the movement ({@code frown}) it speaks of, as comparison.json names it;
 *     null where the code says it
 * @param expression in which it was seen; null where it is not one photo's
 */
public record Finding(
        String code,
        String severity,
        @Nullable Side side,
        String message,
        @Nullable Double value,
        @Nullable String about,
        @Nullable Expression expression) {

    static final String NOTE = "note";
    static final String CONSIDER = "consider";
    static final String CHECK = "check";

    public Finding(String code, String severity, @Nullable Side side, String message, @Nullable Double value) {
        this(code, severity, side, message, value, null, null);
    }

    Finding about(String what, @Nullable Expression seenIn) {
        return new Finding(code, severity, side, message, value, what, seenIn);
    }
}
