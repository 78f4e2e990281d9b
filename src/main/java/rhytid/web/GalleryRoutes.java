package rhytid.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Sighting;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Photo;
import rhytid.clinic.Visit;
import tools.jackson.databind.JsonNode;

/** What a patient sees of their own, and takes along. */
final class GalleryRoutes {

    private static final int DAYS_OF_SIGHTINGS = 366;

    private final Clinic clinic;

    GalleryRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record GalleryPhoto(String id, String expression, String url, String previewUrl, String thumbnailUrl) {}

    record GalleryVisit(String id, LocalDate date, List<GalleryPhoto> photos) {}

    record GalleryItem(
            String comparisonId,
            @Nullable Instant sharedAt,
            GalleryVisit baseline,
            GalleryVisit followUp,
            List<ComparisonRoutes.Image> images,
            @Nullable JsonNode result) {}

    record Sightings(List<Sighting> items) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/patients/{id}/gallery", "The comparisons shared with the patient", this::gallery)
                        .is(Action.READ_GALLERY)
                        .givesPageOf(GalleryItem.class),
                Endpoint.get("/patients/{id}/sightings", "Who looked at it, by day and role", this::sightings)
                        .is(Action.READ_SIGHTINGS)
                        .gives(Sightings.class),
                Endpoint.get(
                                "/patients/{id}/export",
                                "All that is held, as a ZIP; for a patient what they may see",
                                this::export)
                        .is(Action.EXPORT)
                        .givesBytes("application/zip"));
    }

    private Answer gallery(Exchange exchange) {
        String patient = patient(exchange, Action.READ_GALLERY);
        int limit = exchange.limit();
        List<Comparison> shared = clinic.comparisons().sharedResults(patient, exchange.cursor(), limit + 1);
        Map<String, Visit> visits = clinic.visits().all(patient);
        Map<String, List<Photo>> photos = clinic.photos().shownOf(patient);
        Function<String, GalleryVisit> visit =
                id -> visit(Objects.requireNonNull(visits.get(id)), photos.getOrDefault(id, List.of()));
        return Answer.ok(Page.of(shared, limit, Comparison::id, comparison -> item(comparison, visit)));
    }

    private Answer sightings(Exchange exchange) {
        String patient = patient(exchange, Action.READ_SIGHTINGS);
        return Answer.ok(
                new Sightings(clinic.audit().sightings(patient, clinic.clock().getZone(), null, DAYS_OF_SIGHTINGS)));
    }

    private Answer export(Exchange exchange) {
        String patient = patient(exchange, Action.EXPORT);
        boolean whole = exchange.caller().isStaff();
        return new Answer.Stream(
                "application/zip",
                Map.of("Content-Disposition", "attachment; filename=\"rhytid-" + patient + ".zip\""),
                out -> clinic.export().write(patient, whole, out));
    }

    private static GalleryItem item(Comparison comparison, Function<String, GalleryVisit> visit) {
        ComparisonRoutes.ComparisonView view = ComparisonRoutes.view(comparison, false);
        return new GalleryItem(
                comparison.id(),
                comparison.sharedAt(),
                visit.apply(comparison.baselineVisit()),
                visit.apply(comparison.followUpVisit()),
                view.images(),
                view.result());
    }

    private static GalleryVisit visit(Visit visit, List<Photo> shown) {
        List<GalleryPhoto> photos = shown.stream()
                .map(PhotoRoutes::view)
                .map(photo -> new GalleryPhoto(
                        photo.id(), photo.expression(), photo.url(), photo.previewUrl(), photo.thumbnailUrl()))
                .toList();
        return new GalleryVisit(visit.id(), visit.date(), photos);
    }

    private String patient(Exchange exchange, Action action) {
        String id = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(action, Target.patient(id));
        return id;
    }
}
