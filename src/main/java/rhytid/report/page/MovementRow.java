package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rhytid.comparison.MovementChange;

/**
 * How much of a movement is kept.
 *
 * @param share for a bar, 0 to 100 percent of the baseline's movement; empty where unknown
 * @param reason why there are no numbers; empty where there are
 */
public record MovementRow(
        String name, String before, String after, String kept, String interval, String share, String reason) {

    public static List<MovementRow> of(Map<String, MovementChange> movement, Words words) {
        Figures figures = new Figures(words);
        List<MovementRow> rows = new ArrayList<>();
        movement.forEach((key, change) -> {
            Double kept = change.preservedPercent();
            Double low = change.ciLowPercent();
            Double high = change.ciHighPercent();
            rows.add(new MovementRow(
                    words.say("movement." + key),
                    figures.value(change.before(), change.unit()),
                    figures.value(change.after(), change.unit()),
                    figures.value(kept, "%"),
                    low == null || high == null ? "–" : figures.range(low, high, "%"),
                    kept == null ? "" : String.format(Locale.ROOT, "%.1f%%", Math.clamp(kept, 0, 130) / 1.3),
                    words.spoken().unknown(change.reason(), words)));
        });
        return rows;
    }
}
