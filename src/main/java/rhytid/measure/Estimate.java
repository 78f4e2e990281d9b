package rhytid.measure;

import org.jspecify.annotations.Nullable;

/**
 * A number with its standard error, or the reason why there is none. Unknown is not zero: an unknown value is NaN.
 *
 * @param value the number, NaN where unknown
 * @param standardError its standard error in the same unit, NaN where unknown
 * @param reason why it is unknown, null where it is known
 */
public record Estimate(
        double value, double standardError, @Nullable String reason) {

    public Estimate {
        if (reason == null && !(Double.isFinite(value) && standardError >= 0)) {
            throw new IllegalArgumentException("a known estimate of " + value + " ± " + standardError);
        }
    }

    public static Estimate of(double value, double standardError) {
        return new Estimate(value, standardError, null);
    }

    public static Estimate unknown(String reason) {
        return new Estimate(Double.NaN, Double.NaN, reason);
    }

    public boolean isKnown() {
        return reason == null;
    }
}
