package rhytid.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many digits of a number are written: enough to lie well below any measurement's noise, no more. Numbers that
 * belong together (a value, its interval) share one number of decimals, so that they still add up.
 */
final class JsonNumbers {

    /** Five digits of the largest number of a group: 26.817 mm, far below the 0.1 mm that any of it is known to. */
    private static final int SIGNIFICANT_DIGITS = 5;

    private static final int MOST_DECIMALS = 6;

    private JsonNumbers() {}

    /** The decimals that suit the largest of some numbers; null and not finite ones do not count. */
    static int decimals(@Nullable Double... numbers) {
        double largest = 0;
        for (Double number : numbers) {
            if (number != null && Double.isFinite(number)) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        if (largest == 0) {
            return MOST_DECIMALS;
        }
        int digitsBeforePoint = (int) Math.floor(Math.log10(largest)) + 1;
        return Math.clamp(SIGNIFICANT_DIGITS - digitsBeforePoint, 0, MOST_DECIMALS);
    }

    /** The number with so many decimals; null where it is unknown (null or NaN): unknown is not zero. */
    static @Nullable BigDecimal rounded(@Nullable Double number, int decimals) {
        if (number == null || !Double.isFinite(number)) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
        return exact.signum() == 0 ? BigDecimal.ZERO : plain(exact.stripTrailingZeros());
    }

    static @Nullable BigDecimal rounded(@Nullable Double number) {
        return rounded(number, decimals(number));
    }

    /** 1E+2 is written 100. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }
}
