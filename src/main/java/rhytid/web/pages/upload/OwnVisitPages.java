package rhytid.web.pages.upload;

import java.util.List;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Visit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Views;

/** A patient's own visits: where photos are still wanted, and sending some of their own accord. */
public final class OwnVisitPages {

    private static final int SHOWN = 100;

    private final Clinic clinic;
    private final Views views;

    public OwnVisitPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /** Latest first. */
    public record OwnVisits(List<VisitLine> visits) {
        public List<VisitLine> wanted() {
            return visits.stream()
                    .filter(line -> line.isOpen() && !line.isComplete())
                    .toList();
        }

        public List<VisitLine> others() {
            return visits.stream()
                    .filter(line -> !line.isOpen() || line.isComplete())
                    .toList();
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/my/visits", this::list).is(Action.READ_VISITS),
                Endpoint.form("/my/visits", this::create).is(Action.CREATE_VISIT));
    }

    private Answer list(Exchange exchange) {
        String patient = own(exchange, Action.READ_VISITS);
        List<VisitLine> visits = VisitLine.latest(clinic, patient, SHOWN);
        return views.page(exchange, "upload/own-visits.jte", new OwnVisits(visits));
    }

    /** Asks for what was asked for before. */
    private Answer create(Exchange exchange) {
        String patient = own(exchange, Action.CREATE_VISIT);
        List<Visit> before = clinic.visits().page(patient, null, 1);
        List<String> expressions = before.isEmpty() ? null : before.getFirst().expressions();
        Visit visit = clinic.visits()
                .create(patient, null, expressions, null, exchange.caller().id());
        return Answer.seeOther("/visits/" + visit.id());
    }

    private static String own(Exchange exchange, Action action) {
        String patient = exchange.ownPatient();
        exchange.pass(action, Target.patient(patient));
        return patient;
    }
}
