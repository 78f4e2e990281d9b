package rhytid.web.pages.review;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.report.page.Figures;
import rhytid.report.page.Words;
import rhytid.web.Clinic;
import rhytid.web.pages.review.Quantity.Interval;
import rhytid.web.pages.review.TimelinePage.Row;

/** Puts together what a timeline shows. */
final class TimelineBuilder {

    private static final int ALL = 500;

    private final Clinic clinic;

    TimelineBuilder(Clinic clinic) {
        this.clinic = clinic;
    }

    /** What the reader asked for; null where they left it open. */
    record Wish(
            @Nullable String baseline,
            @Nullable String measure,
            @Nullable String expression) {}

    /** @param treatments of the patient; null for those who do not read them */
    TimelinePage build(String patient, @Nullable List<Treatment> treatments, Wish wish, Words words) {
        Map<String, Visit> visits = new LinkedHashMap<>();
        clinic.visits().page(patient, null, ALL).stream()
                .sorted(Comparator.comparing(Visit::date).thenComparing(Visit::id))
                .forEach(visit -> visits.put(visit.id(), visit));
        List<Comparison> all = clinic.comparisons().latest(patient);
        List<Visit> baselines = visits.values().stream()
                .filter(visit -> all.stream().anyMatch(c -> c.baselineVisit().equals(visit.id())))
                .toList();
        Visit baseline = baseline(wish.baseline(), baselines, all);
        Map<String, Comparison> byVisit = new LinkedHashMap<>();
        Map<String, ReadComparison> read = new LinkedHashMap<>();
        List<Comparison> series =
                baseline == null ? List.of() : clinic.comparisons().series(baseline.id());
        for (Comparison comparison : series) {
            byVisit.put(comparison.followUpVisit(), comparison);
            if (comparison.status() == Comparison.Status.DONE && comparison.result() != null) {
                read.put(comparison.followUpVisit(), ReadComparison.of(comparison.result()));
            }
        }
        Set<Expression> expressions = new TreeSet<>();
        read.values().forEach(one -> expressions.addAll(one.expressions().keySet()));
        List<Quantity.Group> groups = Quantity.groups(words);
        Followed followed = Followed.of(wish, groups, expressions, read);
        Drawn drawn = baseline == null
                ? new Drawn(List.of(), List.of())
                : drawn(baseline, visits.values(), byVisit, read, followed, words);
        List<Treatment> since = treatments == null || baseline == null ? treatments : since(treatments, baseline);
        return new TimelinePage(
                patient,
                clinic.patients().get(patient).details().shownName(),
                words,
                baselines,
                baseline,
                groups.stream().map(TimelineBuilder::choices).toList(),
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
        Set<String> withPhotos = clinic.photos().shownOf(baseline.patientId()).keySet();
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> points = new ArrayList<>();
        for (Visit visit : visits) {
            boolean later = !visit.id().equals(baseline.id()) && !visit.date().isBefore(baseline.date());
            if (later && (byVisit.containsKey(visit.id()) || withPhotos.contains(visit.id()))) {
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
