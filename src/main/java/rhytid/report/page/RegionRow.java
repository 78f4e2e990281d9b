package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.RegionChange;
import rhytid.report.drawing.Tendency;
import rhytid.wrinkle.Region;

/**
 * One region in the table of lines.
 *
 * @param reason why there are no numbers; empty where there are
 */
public record RegionRow(
        String key,
        String name,
        Tendency tendency,
        String verdict,
        String reason,
        String change,
        String interval,
        String noise,
        @Nullable IntervalChart chart,
        List<Detail> details) {

    /** A number behind the percentage, before and after. */
    public record Detail(String name, String before, String after) {}

    private static final double LEAST_PERCENT = 30;
    private static final double MOST_PERCENT = 120;

    /** In the order of the face, from the forehead down; regions that can't be measured come last. */
    public static List<RegionRow> of(Map<Region, RegionChange> changes, Words words) {
        List<Double> ends = new ArrayList<>();
        for (RegionChange change : changes.values()) {
            if (change.usable() && change.ciLowPercent() != null && change.ciHighPercent() != null) {
                ends.add(change.ciLowPercent());
                ends.add(change.ciHighPercent());
            }
        }
        IntervalChart.Axis axis = IntervalChart.Axis.around(ends, LEAST_PERCENT, MOST_PERCENT);
        List<RegionRow> rows = new ArrayList<>();
        for (Region region : Region.values()) {
            RegionChange change = changes.get(region);
            if (change != null) {
                rows.add(row(change, axis, words));
            }
        }
        rows.sort(java.util.Comparator.comparing(row -> row.tendency() == Tendency.UNKNOWN));
        return rows;
    }

    private static RegionRow row(RegionChange change, IntervalChart.Axis axis, Words words) {
        Figures figures = new Figures(words);
        Tendency tendency = Tendency.of(change);
        String reason = words.spoken().unknown(change.reason(), words);
        return new RegionRow(
                change.region().key(),
                words.say("region." + change.region().key()),
                tendency,
                words.say("tendency." + tendency.key()),
                reason,
                figures.change(possible(change.changePercent()), "%"),
                figures.interval(possible(change.ciLowPercent()), possible(change.ciHighPercent()), "%"),
                figures.size(change.mdc95Percent(), "%"),
                chart(change, axis),
                List.of(
                        detail("index", change.lineIndex(), words, figures),
                        detail("length", change.lengthMm(), words, figures),
                        detail("depth", change.depth(), words, figures)));
    }

    /** No line fades by more than all of it; what an interval has beyond that is left to comparison.json. */
    public static @Nullable Double possible(@Nullable Double percent) {
        return percent == null ? null : Double.valueOf(Math.max(-100, percent));
    }

    static @Nullable IntervalChart chart(RegionChange change, IntervalChart.Axis axis) {
        Double percent = possible(change.changePercent());
        Double low = possible(change.ciLowPercent());
        Double high = change.ciHighPercent();
        Double noise = change.mdc95Percent();
        return !change.usable() || percent == null || low == null || high == null || noise == null
                ? null
                : new IntervalChart(axis, percent, low, high, noise);
    }

    private static Detail detail(String key, Change change, Words words, Figures figures) {
        return new Detail(
                words.say("detail." + key),
                figures.value(change.before(), change.unit()),
                figures.value(change.after(), change.unit()));
    }
}
