package rhytid.web.pages.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.ExpressionChanges;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.web.pages.review.Quantity.Interval;

/** A quantity in an expression, followed over the visits. */
record Followed(Quantity quantity, Expression expression) {

    @Nullable
    Interval at(@Nullable ReadComparison read) {
        ExpressionChanges changes = read == null ? null : read.expressions().get(expression);
        return changes == null ? null : quantity.of().apply(changes);
    }

    /** As asked for; else what changed most against its noise. */
    static Followed of(
            TimelineBuilder.Wish wish,
            List<Quantity.Group> groups,
            Set<Expression> expressions,
            Map<String, ReadComparison> read) {
        List<Quantity> quantities =
                groups.stream().flatMap(group -> group.quantities().stream()).toList();
        Optional<Quantity> wanted = quantities.stream()
                .filter(quantity -> quantity.key().equals(wish.measure()))
                .findFirst();
        Optional<Expression> seen = expressions.stream()
                .filter(expression -> expression.key().equals(wish.expression()))
                .findFirst();
        Followed best = new Followed(
                wanted.orElse(quantities.getFirst()),
                seen.orElse(
                        expressions.isEmpty()
                                ? Expression.REST
                                : expressions.iterator().next()));
        double most = 0;
        for (Quantity quantity : wanted.map(List::of).orElse(quantities)) {
            for (Expression expression : seen.map(Set::of).orElse(new LinkedHashSet<>(expressions))) {
                Followed one = new Followed(quantity, expression);
                for (ReadComparison comparison : read.values()) {
                    Interval interval = one.at(comparison);
                    if (interval != null && weight(interval) > most) {
                        most = weight(interval);
                        best = one;
                    }
                }
            }
        }
        return best;
    }

    private static double weight(Interval interval) {
        Double change = interval.change();
        Double noise = interval.noise();
        return change == null || noise == null || noise == 0 ? 0 : Math.abs(change) / noise;
    }
}
