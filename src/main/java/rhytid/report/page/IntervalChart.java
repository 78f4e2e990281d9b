package rhytid.report.page;

import java.util.Collection;
import java.util.Locale;

/**
 * A change with its 95 % interval against zero and against what retaking the photo changes; places are percent of the
 * drawing's width.
 */
public record IntervalChart(Axis axis, double change, double low, double high, double noise) {

    /** The range that the charts of one table share. */
    public record Axis(double from, double to) {

        /** As wide as the charts need, zero always inside, capped so that one wild row does not flatten the others. */
        public static Axis around(Collection<Double> ends, double least, double most) {
            double down = least;
            double up = least;
            for (double end : ends) {
                down = Math.max(down, -end);
                up = Math.max(up, end);
            }
            return new Axis(-Math.min(most, down * 1.06), Math.min(most, up * 1.06));
        }

        double place(double number) {
            return 100 * (Math.clamp(number, from, to) - from) / (to - from);
        }
    }

    public String zero() {
        return percent(axis.place(0));
    }

    public String at() {
        return percent(axis.place(change));
    }

    public String lowEnd() {
        return percent(axis.place(low));
    }

    public String highEnd() {
        return percent(axis.place(high));
    }

    public String span() {
        return percent(axis.place(high) - axis.place(low));
    }

    public String noiseStart() {
        return percent(axis.place(-noise));
    }

    public String noiseSpan() {
        return percent(axis.place(noise) - axis.place(-noise));
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }
}
