package rhytid.web.pages.review;

import java.util.List;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import rhytid.clinic.Visit;
import rhytid.fault.Conflict;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;

/** A comparison: looked at, decided on, shared. */
public final class ComparisonPages {

    private static final String TEMPLATE = "review/comparison.jte";

    private final Clinic clinic;
    private final Views views;
    private final ReviewPageBuilder pages;

    public ComparisonPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
        this.pages = new ReviewPageBuilder(clinic, views);
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
        return views.page(exchange, TEMPLATE, pages.build(exchange, comparison, typed(comparison), null));
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
        if (!decision.isEmpty() && !Review.DECISIONS.contains(decision)) {
            form.refuse("decision", "review.decision.unknown");
            return views.page(exchange, 422, TEMPLATE, pages.build(exchange, before, form, null));
        }
        Review word = new Review(
                form.value("notes"),
                decision.isEmpty() ? null : decision,
                null,
                clinic.clock().instant(),
                exchange.caller().id());
        try {
            clinic.comparisons().review(before.id(), form.version(), word);
        } catch (Stale e) { // nothing is lost: both words are shown
            Comparison now = clinic.comparisons().get(before.id());
            return views.page(exchange, 412, TEMPLATE, pages.build(exchange, now, form, now));
        }
        return views.done(exchange, "/comparisons/" + before.id(), "review.flash.saved");
    }

    private Answer share(Exchange exchange) {
        Comparison comparison = comparison(exchange, Action.SHARE_COMPARISON);
        try {
            clinic.shares().share(comparison, exchange.caller().id());
        } catch (Conflict e) {
            Form form = typed(comparison).refuse("share", "review.share." + e.code());
            return views.page(exchange, 409, TEMPLATE, pages.build(exchange, comparison, form, null));
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
}
