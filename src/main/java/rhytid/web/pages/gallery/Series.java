package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Visit;
import rhytid.face.Expression;

/**
 * Visits that were compared with the same first one. Their pictures are cut alike: a comparison's frame is that of its
 * baseline's face, and the follow-up is laid over it, so that the face stands still from picture to picture.
 *
 * @param baseline the visit that the others were compared with
 * @param followUps earliest first, each with its latest comparison
 */
record Series(Visit baseline, List<FollowUp> followUps) {

    /** A later visit and what it showed. */
    record FollowUp(Visit visit, Comparison comparison) {}

    Series {
        followUps = List.copyOf(followUps);
    }

    /** Of what was shared, the series with the latest visit first. */
    static List<Series> of(List<Comparison> shared, Function<String, Visit> visits) {
        Map<String, Map<String, Comparison>> byBaseline = new LinkedHashMap<>();
        shared.stream()
                .sorted(Comparator.comparing(Comparison::id))
                .forEach(comparison -> byBaseline
                        .computeIfAbsent(comparison.baselineVisit(), id -> new LinkedHashMap<>())
                        .put(comparison.followUpVisit(), comparison));
        List<Series> series = new ArrayList<>();
        byBaseline.forEach((baseline, comparisons) -> series.add(of(baseline, comparisons.values(), visits)));
        series.sort(Comparator.comparing(Series::latest).reversed());
        return series;
    }

    private static Series of(String baseline, Collection<Comparison> comparisons, Function<String, Visit> visits) {
        return new Series(
                visits.apply(baseline),
                comparisons.stream()
                        .map(comparison -> new FollowUp(visits.apply(comparison.followUpVisit()), comparison))
                        .sorted(Comparator.comparing(
                                        (FollowUp followUp) -> followUp.visit().date())
                                .thenComparing(followUp -> followUp.visit().id()))
                        .toList());
    }

    LocalDate latest() {
        return followUps.getLast().visit().date();
    }

    /** The expressions of which there is a picture before and after, in their usual order. */
    List<Expression> expressions() {
        return List.of(Expression.values()).stream()
                .filter(expression -> followUps.stream().anyMatch(f -> after(f, expression, false) != null))
                .toList();
    }

    /** The first visit's picture, as the comparison cut it; null where there is none any more. */
    static @Nullable String before(FollowUp followUp, Expression expression, boolean small) {
        return picture(followUp, expression.key() + "-before", small);
    }

    /** The later visit's picture; null where there is none. */
    static @Nullable String after(FollowUp followUp, Expression expression, boolean small) {
        return picture(followUp, expression.key() + "-after", small);
    }

    private static @Nullable String picture(FollowUp followUp, String name, boolean small) {
        List<String> images = followUp.comparison().images();
        String wanted = small && images.contains(name + "-small.jpg") ? name + "-small.jpg" : name + ".jpg";
        return images.contains(wanted)
                ? "/api/v1/comparisons/" + followUp.comparison().id() + "/images/" + wanted
                : null;
    }
}
