package rhytid.web.pages.review;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rhytid.account.AccessPolicy;
import rhytid.account.AccessPolicy.Decision;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import rhytid.comparison.ExpressionChanges;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.report.page.Figures;
import rhytid.report.page.Words;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.PatientName;
import rhytid.web.pages.frame.Views;
import rhytid.web.pages.review.Quantity.Interval;
import rhytid.web.pages.review.TimelinePage.Row;

/** All visits of a patient against one of them. */
public final class TimelinePages {

    private static final int ALL = 500;

    private final Clinic clinic;
    private final Views views;
    private final AccessPolicy policy = new AccessPolicy();

    public TimelinePages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/patients/{id}/timeline", this::show).is(Action.LIST_COMPARISONS));
    }

    private Answer show(Exchange exchange) {
        String patient = exchange.path("id");
        Target target = Target.patient(patient);
        List<Treatment> treatments = null;
        if (policy.decide(exchange.caller(), Action.READ_TREATMENTS, target) == Decision.ALLOWED) {
            exchange.pass(Action.READ_TREATMENTS, target);
            treatments = clinic.treatments().page(patient, null, ALL);
        }
        exchange.pass(Action.LIST_COMPARISONS, target);
        return views.page(exchange, "review/timeline.jte", page(exchange, patient, treatments));
    }

    private TimelinePage page(Exchange exchange, String patient, @Nullable List<Treatment> treatments) {
        Words words = Words.in(views.words(exchange).language().locale());
        Map<String, Visit> visits = new LinkedHashMap<>();
        clinic.visits().page(patient, null, ALL).stream()
                .sorted(Comparator.comparing(Visit::date).thenComparing(Visit::id))
                .forEach(visit -> visits.put(visit.id(), visit));
        List<Comparison> all = clinic.comparisons().latest(patient);
        List<Visit> baselines = visits.values().stream()
                .filter(visit -> all.stream().anyMatch(c -> c.baselineVisit().equals(visit.id())))
                .toList();
        Visit baseline = baseline(exchange.query("baseline"), baselines, all);
        Map<String, Comparison> byVisit = new LinkedHashMap<>();
        Map<String, ReadComparison> read = new LinkedHashMap<>();
        for (Comparison comparison : all) {
            if (baseline != null && comparison.baselineVisit().equals(baseline.id())) {
                byVisit.put(comparison.followUpVisit(), comparison);
                if (comparison.status() == Comparison.Status.DONE && comparison.result() != null) {
                    read.put(comparison.followUpVisit(), ReadComparison.of(comparison.result()));
                }
            }
        }
        Set<Expression> expressions = new TreeSet<>();
        read.values().forEach(one -> expressions.addAll(one.expressions().keySet()));
        List<Quantity.Group> groups = Quantity.groups(words);
        Followed followed = followed(exchange, groups, expressions, read);
        Drawn drawn = baseline == null
                ? new Drawn(List.of(), List.of())
                : drawn(baseline, visits.values(), byVisit, read, followed, words);
        List<Treatment> since = treatments == null || baseline == null ? treatments : since(treatments, baseline);
        return new TimelinePage(
                patient,
                PatientName.of(clinic.patients().get(patient).details()),
                words,
                baselines,
                baseline,
                groups.stream().map(TimelinePages::choices).toList(),
                followed.quantity().key(),
                followed.quantity().name(),
                expressions.stream().map(Expression::key).toList(),
                followed.expression().key(),
                drawn.rows(),
                since,
                baseline == null ? "" : TimelineChart.json(baseline, followed.quantity(), drawn.points(), since));
    }

    /** The later visits, in the table and in the drawing. */
    private record Drawn(List<Row> rows, List<Map<String, Object>> points) {}

    private Drawn drawn(
            Visit baseline,
            Collection<Visit> visits,
            Map<String, Comparison> byVisit,
            Map<String, ReadComparison> read,
            Followed followed,
            Words words) {
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> points = new ArrayList<>();
        for (Visit visit : visits) {
            boolean later = !visit.id().equals(baseline.id()) && !visit.date().isBefore(baseline.date());
            if (later && (byVisit.containsKey(visit.id()) || hasPhotos(visit))) {
                Interval interval = followed.at(read.get(visit.id()));
                long day = ChronoUnit.DAYS.between(baseline.date(), visit.date());
                rows.add(row(visit, day, byVisit.get(visit.id()), interval, followed.quantity(), words));
                if (interval != null && interval.change() != null) {
                    points.add(point(visit, interval));
                }
            }
        }
        return new Drawn(rows, points);
    }

    private boolean hasPhotos(Visit visit) {
        return !clinic.photos().ofVisit(visit.id(), false).isEmpty();
    }

    /** As asked for; else the visit that most others were compared with, the earliest of those. */
    private static @Nullable Visit baseline(@Nullable String wanted, List<Visit> baselines, List<Comparison> all) {
        Optional<Visit> asked =
                baselines.stream().filter(visit -> visit.id().equals(wanted)).findFirst();
        return asked.or(() -> baselines.stream()
                        .max(Comparator.<Visit>comparingLong(visit -> all.stream()
                                        .filter(c -> c.baselineVisit().equals(visit.id()))
                                        .count())
                                .thenComparing(Comparator.comparing(Visit::date).reversed())))
                .orElse(null);
    }

    private static List<Treatment> since(List<Treatment> treatments, Visit baseline) {
        return treatments.stream()
                .filter(treatment -> !treatment.date().isBefore(baseline.date()))
                .sorted(Comparator.comparing(Treatment::date))
                .toList();
    }

    /** What is followed, in which expression. */
    private record Followed(Quantity quantity, Expression expression) {

        @Nullable
        Interval at(@Nullable ReadComparison read) {
            ExpressionChanges changes = read == null ? null : read.expressions().get(expression);
            return changes == null ? null : quantity.of().apply(changes);
        }
    }

    /** As asked for; else what changed most against its noise. */
    private static Followed followed(
            Exchange exchange,
            List<Quantity.Group> groups,
            Set<Expression> expressions,
            Map<String, ReadComparison> read) {
        List<Quantity> quantities =
                groups.stream().flatMap(group -> group.quantities().stream()).toList();
        Optional<Quantity> wanted = quantities.stream()
                .filter(quantity -> quantity.key().equals(exchange.query("measure")))
                .findFirst();
        Optional<Expression> seen = expressions.stream()
                .filter(expression -> expression.key().equals(exchange.query("expression")))
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

    private static Row row(
            Visit visit,
            long day,
            @Nullable Comparison comparison,
            @Nullable Interval interval,
            Quantity quantity,
            Words words) {
        Figures figures = new Figures(words);
        if (interval == null || interval.change() == null) {
            String reason = interval == null || interval.reason() == null ? "" : interval.reason();
            return new Row(visit, day, comparison, "", "", "", "unknown", words.say("tendency.unknown"), reason);
        }
        String tone = tone(interval, quantity);
        return new Row(
                visit,
                day,
                comparison,
                figures.change(interval.change(), quantity.unit()),
                figures.interval(interval.low(), interval.high(), quantity.unit()),
                figures.size(interval.noise(), quantity.unit()),
                tone,
                words.say(tone.equals("moved") ? "verdict.sure" : "tendency." + tone),
                "");
    }

    private static String tone(Interval interval, Quantity quantity) {
        Double change = interval.change();
        if (!interval.significant() || change == null) {
            return "same";
        }
        return !quantity.unit().equals("%") ? "moved" : change < 0 ? "faded" : "deepened";
    }

    private static Map<String, Object> point(Visit visit, Interval interval) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("at", TimelinePage.seconds(visit.date()));
        point.put("change", interval.change());
        point.put("low", interval.low());
        point.put("high", interval.high());
        point.put("sure", interval.significant());
        return point;
    }

    private static TimelinePage.Choices choices(Quantity.Group group) {
        return new TimelinePage.Choices(
                group.name(),
                group.quantities().stream()
                        .map(quantity -> new TimelinePage.Choice(quantity.key(), quantity.name()))
                        .toList());
    }
}
