package rhytid.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.RegionChange;
import rhytid.face.Expression;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.wrinkle.Region;

/**
 * What the page says first: only what is larger than retaking the photo would make.
 *
 * @param title the largest change in a sentence, or that there is none
 * @param interval how sure the title is; empty where there is no change
 * @param lead how to take it
 * @param results the sentences, largest first, the title's among them
 */
public record Headline(String title, String interval, String lead, List<Result> results) {

    /**
     * A sentence, how sure it is, and where it was seen.
     *
     * @param tendency {@code faded}, {@code deepened} or {@code moved}
     */
    public record Result(
            String sentence,
            String interval,
            String expression,
            String tendency,
            @Nullable IntervalChart chart) {}

    /** More than this is for the tables. */
    private static final int MOST_RESULTS = 6;

    /** The same for every report, so that a reader learns to see the size of a change. */
    private static final IntervalChart.Axis PERCENT = new IntervalChart.Axis(-100, 60);

    static final IntervalChart.Axis MILLIMETRES = new IntervalChart.Axis(-5, 5);

    /** Of the expressions of one pair of visits. */
    public static Headline of(Collection<ExpressionChanges> expressions, Words words) {
        List<Result> results = new ArrayList<>(regions(expressions, words));
        results.addAll(brows(expressions, words));
        results.addAll(OtherResults.of(expressions, words));
        if (results.isEmpty()) {
            return new Headline(words.say("headline.nothing"), "", words.say("headline.nothing.lead"), List.of());
        }
        int more = Math.max(0, results.size() - MOST_RESULTS);
        String lead = words.say(results.size() == 1 ? "headline.lead.one" : "headline.lead", results.size());
        return new Headline(
                results.getFirst().sentence(),
                results.getFirst().interval(),
                more > 0 ? lead + " " + words.say("headline.more", more) : lead,
                results.subList(0, results.size() - more));
    }

    /** A region once, in the expression that shows its change best. */
    private static List<Result> regions(Collection<ExpressionChanges> expressions, Words words) {
        Map<Region, Seen> largest = new EnumMap<>(Region.class);
        for (ExpressionChanges pair : expressions) {
            for (RegionChange change : pair.wrinkles().values()) {
                if (change.usable() && change.significant() && change.changePercent() != null) {
                    largest.merge(
                            change.region(),
                            new Seen(change, pair.expression()),
                            (a, b) -> a.weight() >= b.weight() ? a : b);
                }
            }
        }
        return largest.values().stream()
                .sorted(Comparator.comparingDouble(Seen::weight).reversed())
                .map(seen -> seen.result(words))
                .toList();
    }

    private record Seen(RegionChange change, Expression expression) {

        /** A deep line that went is more than a faint one: the change of the index, not of its percentage. */
        double weight() {
            Double index = change.lineIndex().change();
            return index == null ? 0 : Math.abs(index);
        }

        Result result(Words words) {
            Figures figures = new Figures(words);
            double percent = orZero(RegionRow.possible(change.changePercent()));
            String tendency = percent < 0 ? "faded" : "deepened";
            String region = words.say("region.sentence." + change.region().key());
            String sentence = words.say("headline." + tendency, region, figures.size(percent, "%"));
            return new Result(
                    sentence,
                    words.say(
                            "headline.between",
                            figures.between(
                                    orZero(RegionRow.possible(change.ciLowPercent())),
                                    orZero(change.ciHighPercent()),
                                    "%")),
                    words.say("expression.in." + expression.key()),
                    tendency,
                    RegionRow.chart(change, PERCENT));
        }
    }

    /** How the brows stand at rest: for each side the height that changed most. */
    private static List<Result> brows(Collection<ExpressionChanges> expressions, Words words) {
        List<Result> results = new ArrayList<>();
        Optional<ExpressionChanges> rest = expressions.stream()
                .filter(pair -> pair.expression() == Expression.REST)
                .findFirst();
        if (rest.isEmpty()) {
            return results;
        }
        for (rhytid.face.Side side : rhytid.face.Side.values()) {
            rest.get().measures().entrySet().stream()
                    .filter(e -> e.getKey().side() == side
                            && isBrow(e.getKey())
                            && e.getValue().significant())
                    .max(Comparator.comparingDouble(
                            e -> Math.abs(orZero(e.getValue().change()))))
                    .ifPresent(e -> results.add(brow(e.getKey(), e.getValue(), words)));
        }
        return results;
    }

    static boolean isBrow(MeasureKey key) {
        return key.measure() == Measure.BROW_MEDIAL
                || key.measure() == Measure.BROW_PUPIL
                || key.measure() == Measure.BROW_LATERAL;
    }

    private static Result brow(MeasureKey key, Change change, Words words) {
        Figures figures = new Figures(words);
        double difference = orZero(change.change());
        String side = key.side() == null ? "" : key.side().key();
        String sentence = words.say(
                difference > 0 ? "headline.higher" : "headline.lower",
                words.say("brow.sentence." + side + "." + key.measure().key()),
                figures.size(difference, "mm"));
        return new Result(
                sentence,
                words.say("headline.between", figures.between(orZero(change.ciLow()), orZero(change.ciHigh()), "mm")),
                words.say("expression.in.rest"),
                "moved",
                MeasureRow.chart(change, MILLIMETRES));
    }

    /** For numbers that a significant change always has. */
    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }
}
