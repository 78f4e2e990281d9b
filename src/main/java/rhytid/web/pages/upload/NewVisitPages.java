package rhytid.web.pages.upload;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Patient;
import rhytid.clinic.Visit;
import rhytid.face.Expression;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;

/** Beginning a visit: its day, and the expressions that it asks photos of. */
public final class NewVisitPages {

    private static final String EXPRESSIONS = "expressions";

    private final Clinic clinic;
    private final Views views;

    public NewVisitPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * The form.
     *
     * @param chosen keys of the expressions ticked
     */
    public record NewVisit(Patient patient, String name, Form form, List<String> chosen) {
        public List<Expression> expressions() {
            return Arrays.asList(Expression.values());
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/patients/{id}/visits/new", this::show).is(Action.CREATE_VISIT),
                Endpoint.form("/patients/{id}/visits", this::create).is(Action.CREATE_VISIT));
    }

    /** A follow-up asks for what the visit before asked for: what was not photographed then can't be compared. */
    private Answer show(Exchange exchange) {
        Patient patient = patient(exchange);
        List<Visit> before = clinic.visits().page(patient.id(), null, 1);
        List<String> chosen = before.isEmpty()
                ? List.of(
                        Expression.REST.key(),
                        Expression.BROW_RAISE.key(),
                        Expression.FROWN.key(),
                        Expression.SMILE.key())
                : before.getFirst().expressions();
        Form form = Form.empty().with("date", views.words(exchange).today().toString());
        return views.page(
                exchange,
                "upload/new-visit.jte",
                new NewVisit(patient, patient.details().shownName(), form, chosen));
    }

    private Answer create(Exchange exchange) {
        Patient patient = patient(exchange);
        Form form = Form.of(exchange);
        List<String> chosen = form.values(EXPRESSIONS);
        LocalDate date = PatientPages.date(form, "date");
        if (chosen.isEmpty()) {
            form.refuse(EXPRESSIONS, "upload.unfit.no-expression");
        }
        if (!form.isRefused()) {
            try {
                Visit visit = clinic.visits()
                        .create(
                                patient.id(),
                                date,
                                chosen,
                                PatientPages.some(form, "note"),
                                exchange.caller().id());
                return Answer.seeOther("/visits/" + visit.id());
            } catch (Unfit e) {
                form.refuse(EXPRESSIONS, "upload.unfit.no-expression");
            }
        }
        return views.page(
                exchange,
                422,
                "upload/new-visit.jte",
                new NewVisit(patient, patient.details().shownName(), form, chosen));
    }

    private Patient patient(Exchange exchange) {
        Patient patient = clinic.patients().get(exchange.path("id"));
        exchange.pass(Action.CREATE_VISIT, Target.patient(patient.id()));
        if (!exchange.caller().isStaff()) { // patients begin theirs at /my/visits
            exchange.pass(Action.READ_PATIENT, Target.patient(patient.id()));
        }
        return patient;
    }
}
