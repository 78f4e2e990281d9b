package rhytid.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What a measure was before and after. All numbers are null where it could not be measured on one of the photos, and
 * {@code reason} says why.
 *
 * @param change after − before
 * @param ciLow lower end of the 95 % interval of the change
 * @param ciHigh upper end
 * @param mdc95 the smallest change that retaking the photo would not make in 95 of 100 cases
 */
public record Change(
        String unit,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double change,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double mdc95,
        boolean significant,
        @Nullable String reason) {

    /** @param standardError of the change */
    public static Change of(String unit, double before, double after, double standardError, double mdc95) {
        double change = after - before;
        double low = change - 1.96 * standardError;
        double high = change + 1.96 * standardError;
        boolean significant = (low > 0 || high < 0) && Math.abs(change) > mdc95;
        return new Change(unit, before, after, change, low, high, mdc95, significant, null);
    }

    public static Change unknown(String unit, String reason) {
        return new Change(unit, null, null, null, null, null, null, false, reason);
    }
}
