package rhytid.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionChanges;
import rhytid.face.Expression;
import rhytid.measure.MeasureKey;

/**
 * What else is larger than retaking the photo would make: lids, mouth, symmetry, skin, and brows in an expression. A
 * headline that says nothing changed must have looked at all of it.
 */
final class OtherResults {

    private final ExpressionChanges pair;
    private final Words words;
    private final Figures figures;

    private OtherResults(ExpressionChanges pair, Words words) {
        this.pair = pair;
        this.words = words;
        this.figures = new Figures(words);
    }

    static List<Headline.Result> of(Collection<ExpressionChanges> expressions, Words words) {
        List<Headline.Result> results = new ArrayList<>();
        expressions.stream()
                .sorted(java.util.Comparator.comparing(ExpressionChanges::expression))
                .forEach(pair -> results.addAll(new OtherResults(pair, words).significant()));
        return results;
    }

    private List<Headline.Result> significant() {
        List<Headline.Result> results = new ArrayList<>();
        for (String group : List.of("eyelids", "brows", "mouth", "lowerFace", "symmetry")) {
            pair.measures().entrySet().stream()
                    .filter(e -> e.getKey().measure().group().equals(group))
                    .filter(e -> e.getValue().significant() && !isSaidOfTheBrows(e.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> results.add(result(name(e.getKey()), e.getValue())));
        }
        pair.skin().forEach((key, change) -> {
            if (change.significant()) {
                results.add(result(MeasureRow.skinName(key, words), change));
            }
        });
        return results;
    }

    /** Brows at rest have sentences of their own. */
    private boolean isSaidOfTheBrows(MeasureKey key) {
        return pair.expression() == Expression.REST && Headline.isBrow(key);
    }

    private String name(MeasureKey key) {
        String name = words.say(
                "measure." + key.measure().group() + "." + key.measure().key());
        if (key.measure().group().equals("symmetry")) {
            return words.say("headline.symmetry", name);
        }
        return key.side() == null
                ? name
                : words.say(
                        "headline.sided", name, words.say("side." + key.side().key()));
    }

    private Headline.Result result(String name, Change change) {
        return new Headline.Result(
                words.say("headline.other", name, figures.change(change.change(), change.unit())),
                words.say("headline.range", figures.interval(change.ciLow(), change.ciHigh(), change.unit())),
                words.say("expression.in." + pair.expression().key()),
                "moved",
                change.unit().equals("mm") ? MeasureRow.chart(change, Headline.MILLIMETRES) : null);
    }
}
