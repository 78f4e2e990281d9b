package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Course;
import rhytid.clinic.Visit;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.web.Clinic;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Paths;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.GalleryPage.Choice;
import rhytid.web.pages.gallery.GalleryPage.CoursePart;
import rhytid.web.pages.gallery.GalleryPage.Picture;
import rhytid.web.pages.gallery.GalleryPage.Shown;
import rhytid.web.pages.gallery.GalleryPage.Stop;
import rhytid.web.pages.gallery.Series.FollowUp;
import tools.jackson.databind.JsonNode;

/** Puts together what a gallery shows. */
final class Galleries {

    /** More shared comparisons than a patient has. */
    private static final int ALL = 200;

    private final Clinic clinic;

    Galleries(Clinic clinic) {
        this.clinic = clinic;
    }

    GalleryPage of(String patientId, boolean preview, String base, Exchange exchange, Words words) {
        List<Comparison> shared = clinic.comparisons().shared(patientId, null, ALL);
        Map<String, Visit> visits = clinic.visits().all(patientId);
        List<Series> series = Series.of(shared, id -> Objects.requireNonNull(visits.get(id)));
        return new GalleryPage(
                patientId,
                preview,
                base,
                series.isEmpty() ? null : shown(series, base, exchange, words),
                course(patientId, words));
    }

    private Shown shown(List<Series> all, String base, Exchange exchange, Words words) {
        String from = exchange.query("from");
        Series series = all.stream()
                .filter(s -> s.baseline().id().equals(from))
                .findFirst()
                .orElse(all.getFirst());
        String visit = exchange.query("visit");
        FollowUp open = series.followUps().stream()
                .filter(f -> f.visit().id().equals(visit))
                .findFirst()
                .orElse(series.followUps().getLast());
        JsonNode result = clinic.comparisons().get(open.comparison().id()).result();
        return new Opened(series, open, Objects.requireNonNull(result), expression(series, exchange), base, words)
                .shown(all);
    }

    private static Expression expression(Series series, Exchange exchange) {
        List<Expression> there = series.expressions();
        String wanted = exchange.query("expression");
        Optional<Expression> asked = wanted == null ? Optional.empty() : Expression.of(wanted);
        return asked.filter(there::contains).orElse(there.isEmpty() ? Expression.REST : there.getFirst());
    }

    /**
     * Only the days of treatments are used, and nothing of what was injected: a patient knows when they were treated.
     */
    private @Nullable CoursePart course(String patientId, Words words) {
        Optional<Course> course = Course.of(clinic.treatments().page(patientId, null, ALL).stream()
                .filter(treatment -> !treatment.date().isAfter(words.today()))
                .toList());
        if (course.isEmpty()) {
            return null;
        }
        Set<String> withPhotos = clinic.photos().shownOf(patientId).keySet();
        List<LocalDate> photographed = clinic.visits().page(patientId, null, ALL).stream()
                .filter(visit -> !visit.date().isBefore(course.get().full().first()))
                .filter(visit -> withPhotos.contains(visit.id()))
                .map(Visit::date)
                .toList();
        return CourseWords.of(course.get(), photographed, words);
    }

    /** A series with one of its visits open. */
    private record Opened(
            Series series, FollowUp open, JsonNode result, Expression expression, String base, Words words) {

        Shown shown(List<Series> all) {
            List<Stop> stops = new ArrayList<>();
            Stop before = baseline();
            stops.add(before);
            series.followUps().forEach(followUp -> stops.add(stop(followUp)));
            return new Shown(
                    stops,
                    before,
                    stop(open),
                    series.expressions().stream().map(this::choice).toList(),
                    PlainResult.of(ReadComparison.of(result), words),
                    "/api/v1/comparisons/" + open.comparison().id() + "/report.pdf",
                    all.stream()
                            .filter(other -> other != series)
                            .map(this::other)
                            .toList());
        }

        /** The first photo as the open comparison cut it, or as another one did. */
        private Stop baseline() {
            List<FollowUp> sources = new ArrayList<>(List.of(open));
            sources.addAll(series.followUps());
            Picture picture = sources.stream()
                    .filter(source -> Series.before(source, expression, false) != null)
                    .findFirst()
                    .map(source ->
                            picture(Series.before(source, expression, true), Series.before(source, expression, false)))
                    .orElse(null);
            return new Stop(
                    words.say("gallery.first"), series.baseline().date(), link(open, expression), picture, false);
        }

        private Stop stop(FollowUp followUp) {
            long days = ChronoUnit.DAYS.between(
                    series.baseline().date(), followUp.visit().date());
            return new Stop(
                    TimeSpan.say("gallery.later", days, words),
                    followUp.visit().date(),
                    link(followUp, expression),
                    picture(Series.after(followUp, expression, true), Series.after(followUp, expression, false)),
                    followUp.equals(open));
        }

        private static @Nullable Picture picture(@Nullable String small, @Nullable String large) {
            return small == null || large == null ? null : new Picture(small, large);
        }

        private Choice choice(Expression other) {
            return new Choice(words.say("frame.expression." + other.key()), link(open, other), other == expression);
        }

        private Choice other(Series other) {
            return new Choice(
                    words.say("gallery.series", words.day(other.baseline().date()), words.day(other.latest())),
                    base + "?from=" + Paths.encoded(other.baseline().id()),
                    false);
        }

        private String link(FollowUp followUp, Expression shown) {
            return base + "?from=" + Paths.encoded(series.baseline().id()) + "&visit="
                    + Paths.encoded(followUp.visit().id()) + "&expression=" + Paths.encoded(shown.key());
        }
    }
}
