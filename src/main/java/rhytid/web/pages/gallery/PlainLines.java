package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.RegionChange;
import rhytid.report.page.RegionRow;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;

/** Lines that faded or show more, each region once; the two sides of a face together where they went the same way. */
final class PlainLines {

    /** Below it a change that is sure is still small to the eye. */
    private static final double CLEARLY_PERCENT = 20;

    private static final double MUCH_PERCENT = 50;

    private static final String RIGHT = "Right";
    private static final String LEFT = "Left";

    private PlainLines() {}

    /**
     * A region's change.
     *
     * @param weight how much of lines came or went, to put the largest first
     */
    private record Seen(String region, double percent, double low, double high, double weight) {

        boolean faded() {
            return percent < 0;
        }

        String withoutSide() {
            return region.replaceFirst("(" + RIGHT + "|" + LEFT + ")$", "");
        }

        Seen and(Seen other) {
            return new Seen(
                    withoutSide() + "Both",
                    (percent + other.percent) / 2,
                    Math.min(low, other.low),
                    Math.max(high, other.high),
                    weight + other.weight);
        }
    }

    static List<Sentence> of(Collection<ExpressionChanges> expressions, Words words) {
        return together(largest(expressions)).stream()
                .sorted(Comparator.comparingDouble(Seen::weight).reversed())
                .map(seen -> sentence(seen, words))
                .toList();
    }

    /** Each region in the expression that shows its change best. */
    private static Map<String, Seen> largest(Collection<ExpressionChanges> expressions) {
        Map<String, Seen> largest = new HashMap<>();
        for (ExpressionChanges expression : expressions) {
            for (RegionChange change : expression.wrinkles().values()) {
                Seen seen = seen(change);
                if (seen != null) {
                    largest.merge(seen.region(), seen, (a, b) -> a.weight() >= b.weight() ? a : b);
                }
            }
        }
        return largest;
    }

    private static @Nullable Seen seen(RegionChange change) {
        Double percent = RegionRow.possible(change.changePercent());
        Double low = RegionRow.possible(change.ciLowPercent());
        Double high = change.ciHighPercent();
        if (!change.significant() || !change.usable() || percent == null || low == null || high == null) {
            return null;
        }
        Double index = change.lineIndex().change();
        return new Seen(change.region().key(), percent, low, high, index == null ? 0 : Math.abs(index));
    }

    private static List<Seen> together(Map<String, Seen> regions) {
        List<Seen> merged = new ArrayList<>();
        regions.forEach((key, seen) -> {
            Seen left = regions.get(seen.withoutSide() + LEFT);
            Seen right = regions.get(seen.withoutSide() + RIGHT);
            if (left == null || right == null || left.faded() != right.faded()) {
                merged.add(seen);
            } else if (key.endsWith(RIGHT)) {
                merged.add(right.and(left));
            }
        });
        return merged;
    }

    private static Sentence sentence(Seen seen, Words words) {
        double size = Math.abs(seen.percent());
        String grade = size < CLEARLY_PERCENT ? "little" : size < MUCH_PERCENT ? "clear" : "much";
        String way = seen.faded() ? "softer" : "deeper";
        double least = seen.faded() ? -seen.high() : seen.low();
        double most = seen.faded() ? -seen.low() : seen.high();
        return new Sentence(
                words.say("gallery.lines." + way + "." + grade, words.say("gallery.region." + seen.region())),
                words.say("gallery.measured.lines." + way, words.number(Math.max(0, least), 0), words.number(most, 0)));
    }
}
