package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;

/**
 * One measure in a table.
 *
 * @param side as a word; empty where the measure has none
 * @param sure whether the change is larger than what retaking the photo would make
 * @param reason why there are no numbers; empty where there are
 */
public record MeasureRow(
        String name,
        String side,
        String before,
        String after,
        String change,
        String interval,
        String noise,
        boolean sure,
        String verdict,
        String reason,
        @Nullable IntervalChart chart) {

    private static final double LEAST_MM = 2;
    private static final double MOST_MM = 8;

    /** The rows of a group of comparison.json, such as {@code brows}. */
    public static List<MeasureRow> group(String group, Map<MeasureKey, Change> changes, Words words) {
        List<MeasureKey> keys = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.group().equals(group)) {
                for (Side side : measure.sided() ? Side.values() : new Side[] {null}) {
                    keys.add(new MeasureKey(measure, side));
                }
            }
        }
        List<MeasureRow> rows = new ArrayList<>();
        IntervalChart.Axis axis = axis(keys, changes);
        for (MeasureKey key : keys) {
            Change change = changes.get(key);
            if (change != null) {
                String side =
                        key.side() == null ? "" : words.say("side." + key.side().key());
                rows.add(row(words.say("measure." + group + "." + key.measure().key()), side, change, axis, words));
            }
        }
        return rows;
    }

    /** What is said of the skin. */
    public static List<MeasureRow> skin(Map<String, Change> changes, Words words) {
        List<MeasureRow> rows = new ArrayList<>();
        changes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            rows.add(row(skinName(entry.getKey(), words), "", entry.getValue(), null, words));
        });
        return rows;
    }

    static String skinName(String name, Words words) {
        String key = "measure.skin." + name;
        return words.has(key) ? words.say(key) : name;
    }

    private static IntervalChart.Axis axis(List<MeasureKey> keys, Map<MeasureKey, Change> changes) {
        List<Double> ends = new ArrayList<>();
        for (MeasureKey key : keys) {
            Change change = changes.get(key);
            if (change != null && change.ciLow() != null && change.ciHigh() != null) {
                double end = Math.max(Math.abs(change.ciLow()), Math.abs(change.ciHigh()));
                ends.add(end);
                ends.add(-end);
            }
        }
        return IntervalChart.Axis.around(ends, LEAST_MM, MOST_MM);
    }

    private static MeasureRow row(
            String name, String side, Change change, IntervalChart.@Nullable Axis axis, Words words) {
        Figures figures = new Figures(words);
        String unit = change.unit();
        boolean known = change.change() != null;
        return new MeasureRow(
                name,
                side,
                figures.value(change.before(), unit),
                figures.value(change.after(), unit),
                figures.change(change.change(), unit),
                figures.interval(change.ciLow(), change.ciHigh(), unit),
                figures.size(change.mdc95(), unit),
                change.significant(),
                words.say(!known ? "tendency.unknown" : change.significant() ? "verdict.sure" : "tendency.same"),
                words.spoken().unknown(change.reason(), words),
                axis == null || !unit.equals("mm") ? null : chart(change, axis));
    }

    static @Nullable IntervalChart chart(Change change, IntervalChart.Axis axis) {
        Double difference = change.change();
        Double low = change.ciLow();
        Double high = change.ciHigh();
        Double noise = change.mdc95();
        return difference == null || low == null || high == null || noise == null
                ? null
                : new IntervalChart(axis, difference, low, high, noise);
    }
}
