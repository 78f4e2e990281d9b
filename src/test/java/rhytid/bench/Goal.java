package rhytid.bench;

import java.util.Locale;

/**
 * What a figure must be to hold.
 *
 * @param least no less than this
 * @param most no more than this
 * @param decimals how many of the figure's are shown
 */
public record Goal(double least, double most, String unit, int decimals) {

    public static Goal atMost(double most, String unit, int decimals) {
        return new Goal(Double.NEGATIVE_INFINITY, most, unit, decimals);
    }

    public static Goal atLeast(double least, String unit, int decimals) {
        return new Goal(least, Double.POSITIVE_INFINITY, unit, decimals);
    }

    public static Goal between(double least, double most, String unit, int decimals) {
        return new Goal(least, most, unit, decimals);
    }

    /** No goal: the figure is there to be seen beside others. */
    public static Goal none(String unit, int decimals) {
        return new Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, unit, decimals);
    }

    boolean isSet() {
        return Double.isFinite(least) || Double.isFinite(most);
    }

    /** Never for a figure that could not be had. */
    boolean holds(double figure) {
        return figure >= least && figure <= most;
    }

    String words() {
        if (Double.isFinite(least) && Double.isFinite(most)) {
            return shown(least) + "–" + shown(most);
        }
        return Double.isFinite(least) ? "≥ " + shown(least) : isSet() ? "≤ " + shown(most) : "–";
    }

    String shown(double figure) {
        return Double.isNaN(figure) ? "none" : String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }

    String spacedUnit() {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
