package rhytid.web.pages.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.account.AccessPolicy;
import rhytid.account.AccessPolicy.Decision;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import rhytid.comparison.ExpressionChanges;
import rhytid.face.Expression;
import rhytid.fault.Conflict;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.report.ReadComparison;
import rhytid.report.page.Headline;
import rhytid.report.page.MovementRow;
import rhytid.report.page.Note;
import rhytid.report.page.Words;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.PatientName;
import rhytid.web.pages.frame.Views;
import tools.jackson.databind.JsonNode;

/** A comparison: looked at, decided on, shared. */
public final class ComparisonPages {

    private static final String TEMPLATE = "review/comparison.jte";
    private static final List<String> DECISIONS = List.of("accept", "touch-up", "retake");
    private static final int ALL_TREATMENTS = 500;

    private final Clinic clinic;
    private final Views views;
    private final AccessPolicy policy = new AccessPolicy();

    public ComparisonPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/comparisons/{id}", this::show).is(Action.READ_COMPARISON),
                Endpoint.form("/comparisons", this::start).is(Action.START_COMPARISON),
                Endpoint.form("/comparisons/{id}/review", this::review).is(Action.REVIEW_COMPARISON),
                Endpoint.form("/comparisons/{id}/share", this::share).is(Action.SHARE_COMPARISON),
                Endpoint.form("/comparisons/{id}/unshare", this::unshare).is(Action.SHARE_COMPARISON),
                Endpoint.form("/comparisons/{id}/again", this::again).is(Action.START_COMPARISON));
    }

    private Answer show(Exchange exchange) {
        if (!exchange.caller().isStaff()) { // patients have a gallery, in everyday words
            throw new NotThere("comparison");
        }
        Comparison comparison = comparison(exchange, Action.READ_COMPARISON);
        return views.page(exchange, TEMPLATE, page(exchange, comparison, typed(comparison), null));
    }

    private Answer start(Exchange exchange) {
        Visit baseline = visit(exchange, "baseline");
        Visit followUp = visit(exchange, "followUp");
        Comparison started =
                clinic.comparisons().start(baseline, followUp, exchange.caller().id());
        return Answer.seeOther("/comparisons/" + started.id());
    }

    private Visit visit(Exchange exchange, String field) {
        Visit visit = clinic.visits().get(exchange.form(field));
        exchange.pass(Action.START_COMPARISON, Target.of("visit", visit.id(), visit.patientId()));
        return visit;
    }

    private Answer review(Exchange exchange) {
        Comparison before = comparison(exchange, Action.REVIEW_COMPARISON);
        Form form = Form.of(exchange);
        String decision = form.value("decision");
        if (!decision.isEmpty() && !DECISIONS.contains(decision)) {
            form.refuse("decision", "review.decision.unknown");
            return views.page(exchange, 422, TEMPLATE, page(exchange, before, form, null));
        }
        Review word = new Review(
                form.value("notes"),
                decision.isEmpty() ? null : decision,
                null,
                clinic.clock().instant(),
                exchange.caller().id());
        try {
            clinic.comparisons().review(before.id(), version(form), word);
        } catch (Stale e) { // nothing is lost: both words are shown
            Comparison now = clinic.comparisons().get(before.id());
            return views.page(exchange, 412, TEMPLATE, page(exchange, now, form, now));
        }
        return views.done(exchange, "/comparisons/" + before.id(), "review.flash.saved");
    }

    private static long version(Form form) {
        try {
            return Long.parseLong(form.value("version"));
        } catch (NumberFormatException e) { // no version of ours
            return 0;
        }
    }

    private Answer share(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.SHARE_COMPARISON);
        try {
            clinic.shares().share(comparison, exchange.caller().id());
        } catch (Conflict e) {
            Form form = typed(comparison).refuse("share", "review.share." + e.code());
            return views.page(exchange, 409, TEMPLATE, page(exchange, comparison, form, null));
        }
        return views.done(exchange, "/comparisons/" + comparison.id(), "review.flash.shared");
    }

    private Answer unshare(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.SHARE_COMPARISON);
        clinic.shares().end(comparison);
        return views.done(exchange, "/comparisons/" + comparison.id(), "review.flash.unshared");
    }

    /** What failed is tried again; what was refused is compared anew, with the photos that are there now. */
    private Answer again(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.START_COMPARISON);
        if (comparison.status() == Comparison.Status.FAILED) {
            clinic.comparisons().retry(comparison.id());
            return Answer.seeOther("/comparisons/" + comparison.id());
        }
        Comparison anew = clinic.comparisons()
                .start(
                        clinic.visits().get(comparison.baselineVisit()),
                        clinic.visits().get(comparison.followUpVisit()),
                        exchange.caller().id());
        return Answer.seeOther("/comparisons/" + anew.id());
    }

    private Comparison comparison(Exchange exchange, Action action) {
        Comparison comparison = clinic.comparisons().get(exchange.path("id"));
        exchange.pass(action, Target.of("comparison", comparison.id(), comparison.patientId()));
        return comparison;
    }

    /** As the review stands. */
    private static Form typed(Comparison comparison) {
        Review review = comparison.review();
        Form form = Form.empty().with("version", String.valueOf(comparison.version()));
        if (review != null) {
            form.with("notes", review.notes() == null ? "" : review.notes());
            form.with("decision", review.decision() == null ? "" : review.decision());
        }
        return form;
    }

    private ReviewPage page(Exchange exchange, Comparison comparison, Form form, @Nullable Comparison changed) {
        Visit baseline = clinic.visits().get(comparison.baselineVisit());
        Visit followUp = clinic.visits().get(comparison.followUpVisit());
        Words words = Words.in(views.words(exchange).language().locale());
        Target target = Target.of("comparison", comparison.id(), comparison.patientId());
        return new ReviewPage(
                comparison,
                PatientName.of(clinic.patients().get(comparison.patientId()).details()),
                baseline,
                followUp,
                given(exchange, baseline, followUp),
                words,
                result(comparison, words, exchange.query("expression")),
                comparison.status() == Comparison.Status.REFUSED ? thumbnails(comparison, words) : List.of(),
                may(exchange, Action.REVIEW_COMPARISON, target),
                changed == null ? form : form.with("version", String.valueOf(changed.version())),
                word(comparison),
                changed == null ? null : word(changed));
    }

    private List<ReviewPage.Thumbnail> thumbnails(Comparison comparison, Words words) {
        return clinic.comparisons().photos(comparison.id()).stream()
                .map(photo -> {
                    String visit = photo.visitId().equals(comparison.baselineVisit()) ? "visit.before" : "visit.after";
                    String expression = words.say("expression." + photo.expression());
                    return new ReviewPage.Thumbnail(
                            words.say("photo.named", words.say(visit), expression),
                            "/api/v1/photos/" + photo.id() + "/thumbnail");
                })
                .toList();
    }

    private ReviewPage.@Nullable Word word(Comparison comparison) {
        Review review = comparison.review();
        if (review == null) {
            return null;
        }
        String by = clinic.accounts()
                .find(review.reviewedBy())
                .map(account -> account.name() == null ? account.email() : account.name())
                .orElse("–");
        return new ReviewPage.Word(review, by);
    }

    private @Nullable Given given(Exchange exchange, Visit baseline, Visit followUp) {
        Target target = Target.patient(baseline.patientId());
        if (!may(exchange, Action.READ_TREATMENTS, target)) {
            return null;
        }
        exchange.pass(Action.READ_TREATMENTS, target);
        List<Treatment> all = clinic.treatments().page(baseline.patientId(), null, ALL_TREATMENTS);
        return Given.between(baseline, followUp, all);
    }

    private boolean may(Exchange exchange, Action action, Target target) {
        return policy.decide(exchange.caller(), action, target) == Decision.ALLOWED;
    }

    /** Counts the places [x, y] below. */
    private static int places(JsonNode corrections) {
        if (corrections.isArray()) {
            return 1;
        }
        int count = 0;
        for (JsonNode below : corrections) {
            count += places(below);
        }
        return count;
    }

    private static ReviewPage.@Nullable Result result(Comparison comparison, Words words, @Nullable String wanted) {
        if (comparison.result() == null) {
            return null;
        }
        ReadComparison read = ReadComparison.of(comparison.result());
        Shots shots = new Shots(comparison);
        Expression chosen = read.expressions().keySet().stream()
                .filter(expression -> expression.key().equals(wanted))
                .findFirst()
                .orElseGet(() -> read.expressions().isEmpty()
                        ? Expression.REST
                        : read.expressions().keySet().iterator().next());
        List<ExpressionPanel> panels = new ArrayList<>();
        for (Map.Entry<Expression, ExpressionChanges> one : read.expressions().entrySet()) {
            panels.add(ExpressionPanel.of(one.getValue(), one.getKey() == chosen, shots, words));
        }
        return new ReviewPage.Result(
                read.comparable(),
                Headline.of(read.expressions().values(), words),
                panels,
                MovementRow.of(read.movement(), words),
                Note.findings(read.findings(), words),
                Note.objections(read.warnings(), "note", words),
                Note.objections(read.refusals(), "stop", words),
                places(comparison.result().path("corrections")),
                shots.json(panels.stream().map(ExpressionPanel::key).toList(), words));
    }
}
