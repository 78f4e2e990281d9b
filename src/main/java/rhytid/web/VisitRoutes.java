package rhytid.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Visit;

/** The days on which photos are taken. */
final class VisitRoutes {

    private final Clinic clinic;

    VisitRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record NewVisit(
            @Nullable LocalDate date,
            @Nullable List<String> expressions,
            @Nullable String note) {}

    List<Endpoint> endpoints() {
        NewVisit example = new NewVisit(LocalDate.of(2026, 3, 2), List.of("rest", "frown"), null);
        return List.of(
                Endpoint.create("/patients/{id}/visits", "Begin a visit", this::create)
                        .is(Action.CREATE_VISIT)
                        .takes(example)
                        .gives(Visit.class),
                Endpoint.get("/patients/{id}/visits", "The patient's visits, latest first", this::list)
                        .is(Action.READ_VISITS)
                        .givesPageOf(Visit.class),
                Endpoint.get("/visits/{id}", "A visit", this::read)
                        .is(Action.READ_VISITS)
                        .gives(Visit.class),
                Endpoint.post("/visits/{id}/close", "Expect nothing more; ends its invitations", this::close)
                        .is(Action.CLOSE_VISIT)
                        .gives(Visit.class));
    }

    private Answer create(Exchange exchange) {
        String patient = patient(exchange, Action.CREATE_VISIT);
        NewVisit wanted = exchange.bodyOr(NewVisit.class, new NewVisit(null, null, null));
        Visit visit = clinic.visits()
                .create(
                        patient,
                        wanted.date(),
                        wanted.expressions(),
                        wanted.note(),
                        exchange.caller().id());
        return Answer.created(visit, "/api/v1/visits/" + visit.id());
    }

    private Answer list(Exchange exchange) {
        String patient = patient(exchange, Action.READ_VISITS);
        int limit = exchange.limit();
        List<Visit> found = clinic.visits().page(patient, exchange.cursor(), limit + 1);
        return Answer.ok(Page.of(found, limit, Visit::id, visit -> visit));
    }

    private Answer read(Exchange exchange) {
        return Answer.ok(visit(clinic, exchange, Action.READ_VISITS));
    }

    private Answer close(Exchange exchange) {
        return Answer.ok(clinic.visits()
                .close(visit(clinic, exchange, Action.CLOSE_VISIT).id()));
    }

    private String patient(Exchange exchange, Action action) {
        String id = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(action, Target.patient(id));
        return id;
    }

    static Visit visit(Clinic clinic, Exchange exchange, Action action) {
        Visit visit = clinic.visits().get(exchange.path("id"));
        exchange.pass(action, target(visit));
        return visit;
    }

    static Target target(Visit visit) {
        return Target.of("visit", visit.id(), visit.patientId()).inVisit(visit.id());
    }
}
