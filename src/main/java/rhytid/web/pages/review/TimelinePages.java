package rhytid.web.pages.review;

import java.util.List;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Treatment;
import rhytid.report.page.Words;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Views;

/** All visits of a patient against one of them. */
public final class TimelinePages {

    private static final int ALL = 500;

    private final Clinic clinic;
    private final Views views;
    private final TimelineBuilder builder;

    public TimelinePages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
        this.builder = new TimelineBuilder(clinic);
    }

    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/patients/{id}/timeline", this::show).is(Action.LIST_COMPARISONS));
    }

    private Answer show(Exchange exchange) {
        String patient = exchange.path("id");
        Target target = Target.patient(patient);
        exchange.pass(Action.LIST_COMPARISONS, target);
        List<Treatment> treatments = exchange.passes(Action.READ_TREATMENTS, target)
                ? clinic.treatments().page(patient, null, ALL)
                : null;
        return views.page(
                exchange,
                "review/timeline.jte",
                builder.build(
                        patient,
                        treatments,
                        new TimelineBuilder.Wish(
                                exchange.query("baseline"), exchange.query("measure"), exchange.query("expression")),
                        Words.in(views.words(exchange).language().locale())));
    }
}
