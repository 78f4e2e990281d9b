package rhytid.web.pages.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rhytid.clinic.Comparison;
import rhytid.clinic.Visit;
import rhytid.comparison.EffectSeries;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.Finding;
import rhytid.comparison.FindingLimits;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.web.Clinic;

/** What is coming back by the follow-up that is shown, told by all follow-ups of its baseline so far. */
final class ComingBack {

    private ComingBack() {}

    /** One follow-up, compared with the baseline. */
    private record FollowUp(Visit visit, ReadComparison read) {}

    static List<Finding> by(Comparison shown, Clinic clinic) {
        Map<String, Visit> visits = clinic.visits().all(shown.patientId());
        Visit now = Objects.requireNonNull(visits.get(shown.followUpVisit()));
        Stream<Comparison> before = clinic.comparisons().series(shown.baselineVisit()).stream()
                .filter(one -> !one.followUpVisit().equals(shown.followUpVisit()));
        return of(Stream.concat(before, Stream.of(shown))
                .filter(one -> one.status() == Comparison.Status.DONE && one.result() != null)
                .map(one -> new FollowUp(
                        Objects.requireNonNull(visits.get(one.followUpVisit())), ReadComparison.of(one.result())))
                .filter(one -> !one.visit().date().isAfter(now.date()))
                .sorted(Comparator.comparing((FollowUp one) -> one.visit().date())
                        .thenComparing(one -> one.visit().id().equals(now.id())))
                .map(FollowUp::read)
                .toList());
    }

    /** Numbers of another version of the method than the last one's are left out: they don't compare. */
    static List<Finding> of(List<ReadComparison> inOrder) {
        EffectSeries series = new EffectSeries(FindingLimits.STANDARD);
        for (ReadComparison read : inOrder) {
            if (read.algorithm().equals(inOrder.getLast().algorithm())) {
                ExpressionChanges rest = read.expressions().get(Expression.REST);
                series.then(rest == null ? Map.of() : rest.wrinkles(), read.movement());
            }
        }
        return series.findings();
    }
}
