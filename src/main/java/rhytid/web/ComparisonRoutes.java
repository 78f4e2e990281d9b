package rhytid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import rhytid.clinic.Visit;
import rhytid.fault.Busy;
import rhytid.storage.Digest;
import rhytid.web.Landmarks.LandmarkSet;
import tools.jackson.databind.JsonNode;

/** Pairs of visits: compared, watched, reviewed, shared. */
final class ComparisonRoutes {

    /** Each takes the memory of its pictures several times over. */
    private static final int PRINTED_AT_ONCE = 2;

    private final Clinic clinic;
    private final ProgressEvents events;
    private final Semaphore printing = new Semaphore(PRINTED_AT_ONCE);

    ComparisonRoutes(Clinic clinic, ProgressEvents events) {
        this.clinic = clinic;
        this.events = events;
    }

    record NewComparison(String baselineVisit, String followUpVisit) {}

    record Image(String name, String url) {}

    record ComparisonView(
            String id,
            String patientId,
            String baselineVisit,
            String followUpVisit,
            String status,
            double progress,
            @Nullable JsonNode result,
            @Nullable JsonNode firstResult,
            @Nullable String failure,
            List<Image> images,
            @Nullable Review review,
            @Nullable Instant sharedAt,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    record ReviewWord(
            @Nullable String notes,
            @Nullable String decision,
            @Nullable JsonNode correctedLandmarks) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.create("/comparisons", "Compare two visits; watch it under Location", this::start)
                        .is(Action.START_COMPARISON)
                        .takes(new NewComparison("01jv3yq5n8k4m6p7r9s2t3v5w7", "01jv9zc0a1b2c3d4e5f6g7h8j9"))
                        .gives(ComparisonView.class)
                        .answers(202)
                        .fails(503),
                Endpoint.get("/patients/{id}/comparisons", "Latest first, without results", this::list)
                        .is(Action.LIST_COMPARISONS)
                        .givesPageOf(ComparisonView.class),
                Endpoint.get("/comparisons/{id}", "Where it stands, and the result", this::read)
                        .is(Action.READ_COMPARISON)
                        .gives(ComparisonView.class),
                Endpoint.post("/comparisons/{id}/retry", "Try one that failed again", this::retry)
                        .is(Action.START_COMPARISON)
                        .gives(ComparisonView.class)
                        .answers(202)
                        .fails(409, 503),
                Endpoint.get("/comparisons/{id}/events", "Its progress as server-sent events", this::watch)
                        .is(Action.READ_COMPARISON)
                        .givesBytes("text/event-stream")
                        .fails(503),
                Endpoint.get("/comparisons/{id}/report.pdf", "The result as a document", this::report)
                        .is(Action.READ_COMPARISON)
                        .asks("language", "Of the document: en or de")
                        .givesBytes("application/pdf")
                        .fails(409),
                Endpoint.get("/comparisons/{id}/images/{name}", "One of its pictures", this::image)
                        .is(Action.READ_COMPARISON)
                        .givesBytes("image/jpeg")
                        .fails(416),
                Endpoint.get("/comparisons/{id}/layers", "What is drawn over the pictures: SVG paths", this::layers)
                        .is(Action.READ_COMPARISON)
                        .givesBytes("application/json"),
                Endpoint.get("/comparisons/{id}/landmarks", "The places it was measured at, by name", this::landmarks)
                        .is(Action.READ_LANDMARKS)
                        .gives(LandmarkSet.class)
                        .fails(409),
                Endpoint.put(
                                "/comparisons/{id}/review",
                                "The injector's word on it; landmarks put right have it measured anew",
                                this::review)
                        .is(Action.REVIEW_COMPARISON)
                        .takes(new ReviewWord(
                                "Good effect; left tail of the brow a little high.", "touch-up", Landmarks.EXAMPLE))
                        .gives(ComparisonView.class)
                        .conditional()
                        .fails(409),
                Endpoint.create("/comparisons/{id}/share", "Let the patient see it", this::share)
                        .is(Action.SHARE_COMPARISON)
                        .gives(ComparisonView.class),
                Endpoint.delete("/comparisons/{id}/share", "Take it away from the patient's eyes", this::unshare)
                        .is(Action.SHARE_COMPARISON));
    }

    private Answer start(Exchange exchange) {
        NewComparison wanted = exchange.body(NewComparison.class);
        Visit baseline = clinic.visits().get(Exchange.required(wanted.baselineVisit(), "baselineVisit"));
        Visit followUp = clinic.visits().get(Exchange.required(wanted.followUpVisit(), "followUpVisit"));
        exchange.pass(Action.START_COMPARISON, VisitRoutes.target(followUp));
        exchange.pass(Action.START_COMPARISON, VisitRoutes.target(baseline));
        Comparison started =
                clinic.comparisons().start(baseline, followUp, exchange.caller().id());
        return new Answer.Document(
                202,
                Json.text(view(started, true)),
                Map.of("Location", "/api/v1/comparisons/" + started.id(), "ETag", Answer.etag(started.version())));
    }

    private Answer list(Exchange exchange) {
        String patient = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(Action.LIST_COMPARISONS, Target.patient(patient));
        int limit = exchange.limit();
        List<Comparison> found = clinic.comparisons().page(patient, exchange.cursor(), limit + 1);
        return Answer.ok(Page.of(found, limit, Comparison::id, comparison -> view(comparison, true)));
    }

    private Answer read(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.READ_COMPARISON);
        return Answer.ok(view(comparison, exchange.caller().isStaff()), comparison.version());
    }

    private Answer retry(Exchange exchange) {
        Comparison again = clinic.comparisons()
                .retry(comparison(exchange, Action.START_COMPARISON).id());
        return new Answer.Document(202, Json.text(view(again, true)), Map.of("ETag", Answer.etag(again.version())));
    }

    private Answer watch(Exchange exchange) {
        return events.of(comparison(exchange, Action.READ_COMPARISON).id());
    }

    private Answer report(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.READ_COMPARISON);
        JsonNode result = comparison.result();
        if (result == null) {
            throw new Problem(409, "not-finished", "There is no result to report.");
        }
        byte[] pdf = printed(exchange, comparison, result);
        return new Answer.Stream(
                "application/pdf",
                Map.of("Content-Disposition", "inline; filename=\"comparison-" + comparison.id() + ".pdf\""),
                out -> out.write(pdf));
    }

    private byte[] printed(Exchange exchange, Comparison comparison, JsonNode result) {
        if (!printing.tryAcquire()) {
            throw new Busy("Many reports are being made. Try again in a moment.", Duration.ofSeconds(2));
        }
        try {
            String language = exchange.query("language");
            return new PdfReport(clinic, Locale.forLanguageTag(language == null ? "en" : language))
                    .of(comparison, result, exchange.caller().isStaff());
        } finally {
            printing.release();
        }
    }

    private Answer image(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.READ_COMPARISON);
        byte[] content = clinic.comparisons().image(comparison.id(), exchange.path("name"));
        return new Answer.Picture(content, "image/jpeg", Digest.of(content));
    }

    private Answer layers(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.READ_COMPARISON);
        return new Answer.Document(200, clinic.comparisons().layers(comparison.id()), Map.of());
    }

    private Answer review(Exchange exchange) {
        Comparison before = comparison(exchange, Action.REVIEW_COMPARISON);
        long version = exchange.ifMatch(before.version());
        ReviewWord word = exchange.body(ReviewWord.class);
        if (word.decision() != null && !Review.DECISIONS.contains(word.decision())) {
            throw new Problem(422, "decision", "A decision is accept, touch-up or retake.");
        }
        JsonNode sent = word.correctedLandmarks();
        JsonNode landmarks = sent == null || sent.isNull()
                ? null
                : Landmarks.checked(sent, before, clinic.comparisons().photos(before.id()));
        Review review = new Review(
                word.notes(),
                word.decision(),
                landmarks,
                clinic.clock().instant(),
                exchange.caller().id());
        Comparison after = clinic.comparisons().review(before.id(), version, review);
        return Answer.ok(view(after, true), after.version());
    }

    private Answer landmarks(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.READ_LANDMARKS);
        LandmarkSet set = Landmarks.of(comparison, clinic.comparisons().photos(comparison.id()));
        return Answer.ok(set, comparison.version());
    }

    private Answer share(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.SHARE_COMPARISON);
        clinic.shares().share(comparison, exchange.caller().id());
        Comparison shared = clinic.comparisons().get(comparison.id());
        return Answer.created(view(shared, true), "/api/v1/comparisons/" + shared.id(), shared.version());
    }

    private Answer unshare(Exchange exchange) {
        clinic.shares().end(comparison(exchange, Action.SHARE_COMPARISON));
        return Answer.done();
    }

    private Comparison comparison(Exchange exchange, Action action) {
        Comparison comparison = clinic.comparisons().get(exchange.path("id"));
        exchange.pass(
                action,
                Target.of("comparison", comparison.id(), comparison.patientId()).shared(comparison.sharedAt() != null));
        return comparison;
    }

    /** @param staff false leaves out what is between colleagues */
    static ComparisonView view(Comparison comparison, boolean staff) {
        String url = "/api/v1/comparisons/" + comparison.id() + "/images/";
        return new ComparisonView(
                comparison.id(),
                comparison.patientId(),
                comparison.baselineVisit(),
                comparison.followUpVisit(),
                comparison.status().key(),
                comparison.progress(),
                comparison.result(),
                staff ? comparison.firstResult() : null,
                staff ? comparison.failure() : null,
                comparison.images().stream()
                        .map(name -> new Image(name, url + name))
                        .toList(),
                staff ? comparison.review() : null,
                comparison.sharedAt(),
                comparison.createdAt(),
                comparison.finishedAt());
    }
}
