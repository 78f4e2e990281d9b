package rhytid.web.pages.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.RegionChange;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.report.page.RegionRow;
import rhytid.report.page.Words;
import rhytid.wrinkle.Region;

/**
 * Something whose course over the visits can be followed.
 *
 * @param key such as {@code wrinkles.glabella} or {@code brows.pupil.right}
 * @param unit {@code %} for lines
 * @param of its change in an expression; null where that has none
 */
record Quantity(String key, String name, String unit, Function<ExpressionChanges, @Nullable Interval> of) {

    /**
     * A change and how sure it is.
     *
     * @param reason why there is no number; null where there is one
     */
    record Interval(
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double noise,
            boolean significant,
            @Nullable String reason) {}

    /** Quantities that stand together in a list. */
    record Group(String name, List<Quantity> quantities) {}

    static List<Group> groups(Words words) {
        List<Group> groups = new ArrayList<>();
        List<Quantity> lines = new ArrayList<>();
        for (Region region : Region.values()) {
            lines.add(new Quantity(
                    "wrinkles." + region.key(),
                    words.say("region." + region.key()),
                    "%",
                    changes -> interval(changes.wrinkles().get(region))));
        }
        groups.add(new Group(words.say("regions.heading"), lines));
        groups.add(new Group(words.say("brows.heading"), measures(words, "brows", "eyelids")));
        groups.add(new Group(words.say("mouth.heading"), measures(words, "mouth", "lowerFace")));
        groups.add(new Group(words.say("symmetry.heading"), measures(words, "symmetry")));
        return groups;
    }

    private static List<Quantity> measures(Words words, String... groups) {
        List<Quantity> quantities = new ArrayList<>();
        for (String group : groups) {
            for (Measure measure : Measure.values()) {
                if (measure.group().equals(group)) {
                    for (Side side : measure.sided() ? Side.values() : new Side[] {null}) {
                        quantities.add(measure(words, measure, side));
                    }
                }
            }
        }
        return quantities;
    }

    private static Quantity measure(Words words, Measure measure, @Nullable Side side) {
        MeasureKey key = new MeasureKey(measure, side);
        String name = words.say("measure." + measure.group() + "." + measure.key());
        return new Quantity(
                measure.group() + "." + measure.key() + (side == null ? "" : "." + side.key()),
                side == null ? name : words.say("headline.sided", name, words.say("side." + side.key())),
                measure.unit(),
                changes -> interval(changes.measures().get(key)));
    }

    private static @Nullable Interval interval(@Nullable RegionChange change) {
        return change == null
                ? null
                : new Interval(
                        RegionRow.possible(change.changePercent()),
                        RegionRow.possible(change.ciLowPercent()),
                        change.ciHighPercent(),
                        change.mdc95Percent(),
                        change.significant(),
                        change.reason());
    }

    private static @Nullable Interval interval(@Nullable Change change) {
        return change == null
                ? null
                : new Interval(
                        change.change(),
                        change.ciLow(),
                        change.ciHigh(),
                        change.mdc95(),
                        change.significant(),
                        change.reason());
    }
}
