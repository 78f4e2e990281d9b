package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.PlainResult.Sentence;
import tools.jackson.databind.JsonNode;

/** Lines that faded or show more, each region once; the two sides of a face together where they went the same way. */
final class PlainLines {

    /** Below it a change that is sure is still small to the eye. */
    private static final double CLEARLY_PERCENT = 20;

    private static final double MUCH_PERCENT = 50;

    /** Nothing fades by more than all of it, wherever the interval ends. */
    private static final double ALL_PERCENT = -100;

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

    static List<Sentence> of(JsonNode result, Words words) {
        return together(largest(result)).stream()
                .sorted(Comparator.comparingDouble(Seen::weight).reversed())
                .map(seen -> sentence(seen, words))
                .toList();
    }

    /** Each region in the expression that shows its change best. */
    private static Map<String, Seen> largest(JsonNode result) {
        Map<String, Seen> largest = new HashMap<>();
        for (JsonNode expression : result.path("expressions")) {
            expression.path("wrinkles").properties().forEach(entry -> {
                JsonNode region = entry.getValue();
                JsonNode interval = region.path("ci95Percent");
                if (region.path("significant").asBoolean(false)
                        && region.path("usable").asBoolean(false)
                        && region.path("changePercent").isNumber()
                        && interval.size() == 2) {
                    Seen seen = new Seen(
                            entry.getKey(),
                            Math.max(ALL_PERCENT, region.get("changePercent").doubleValue()),
                            Math.max(ALL_PERCENT, interval.get(0).doubleValue()),
                            interval.get(1).doubleValue(),
                            Math.abs(region.at("/lineIndex/change").asDouble(0)));
                    largest.merge(entry.getKey(), seen, (a, b) -> a.weight() >= b.weight() ? a : b);
                }
            });
        }
        return largest;
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
