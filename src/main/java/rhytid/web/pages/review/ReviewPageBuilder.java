package rhytid.web.pages.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.Finding;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.report.page.Headline;
import rhytid.report.page.MovementRow;
import rhytid.report.page.Note;
import rhytid.report.page.Words;
import rhytid.web.Clinic;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;
import tools.jackson.databind.JsonNode;

/** Puts together what the page of a comparison shows, for whoever reads it. */
final class ReviewPageBuilder {

    private static final int ALL_TREATMENTS = 500;

    private final Clinic clinic;
    private final Views views;

    ReviewPageBuilder(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * The page of a comparison.
     *
     * @param form notes and decision as typed
     * @param changed the comparison as somebody else left it meanwhile; null where nobody did
     */
    ReviewPage build(Exchange exchange, Comparison comparison, Form form, @Nullable Comparison changed) {
        Visit baseline = clinic.visits().get(comparison.baselineVisit());
        Visit followUp = clinic.visits().get(comparison.followUpVisit());
        Words words = Words.in(views.words(exchange).language().locale());
        Target target = Target.of("comparison", comparison.id(), comparison.patientId());
        return new ReviewPage(
                comparison,
                clinic.patients().get(comparison.patientId()).details().shownName(),
                baseline,
                followUp,
                given(exchange, baseline, followUp),
                words,
                result(exchange, comparison, words),
                comparison.status() == Comparison.Status.REFUSED ? thumbnails(comparison, words) : List.of(),
                exchange.may(Action.REVIEW_COMPARISON, target),
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
                .map(Account::shownName)
                .orElse("–");
        return new ReviewPage.Word(review, by);
    }

    private @Nullable Given given(Exchange exchange, Visit baseline, Visit followUp) {
        Target target = Target.patient(baseline.patientId());
        if (!exchange.passes(Action.READ_TREATMENTS, target)) {
            return null;
        }
        List<Treatment> all = clinic.treatments().page(baseline.patientId(), null, ALL_TREATMENTS);
        return Given.between(baseline, followUp, all);
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

    private List<Finding> findings(Exchange exchange, Comparison comparison, ReadComparison read) {
        exchange.pass(Action.LIST_COMPARISONS, Target.patient(comparison.patientId()));
        return Stream.concat(read.findings().stream(), ComingBack.by(comparison, clinic).stream())
                .toList();
    }

    private ReviewPage.@Nullable Result result(Exchange exchange, Comparison comparison, Words words) {
        if (comparison.result() == null) {
            return null;
        }
        String wanted = exchange.query("expression");
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
                Note.findings(findings(exchange, comparison, read), words),
                Note.objections(read.warnings(), "note", words),
                Note.objections(read.refusals(), "stop", words),
                places(comparison.result().path("corrections")),
                shots.json(panels.stream().map(ExpressionPanel::key).toList(), words));
    }
}
