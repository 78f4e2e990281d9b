package rhytid.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Treatment;
import tools.jackson.databind.JsonNode;

/** What was injected. */
final class TreatmentRoutes {

    private final Clinic clinic;

    TreatmentRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record NewTreatment(
            @Nullable LocalDate date,
            String product,
            List<String> areas,
            BigDecimal units,
            @Nullable JsonNode unitsByArea,
            @Nullable String note) {}

    List<Endpoint> endpoints() {
        NewTreatment example = new NewTreatment(
                LocalDate.of(2026, 3, 2),
                "onabotulinumtoxinA",
                List.of("glabella", "forehead"),
                BigDecimal.valueOf(30),
                Json.MAPPER.readTree("{\"glabella\": 20, \"forehead\": 10}"),
                null);
        return List.of(
                Endpoint.create("/patients/{id}/treatments", "Write down a treatment", this::record)
                        .is(Action.RECORD_TREATMENT)
                        .takes(example)
                        .gives(Treatment.class),
                Endpoint.get("/patients/{id}/treatments", "The patient's treatments, latest first", this::list)
                        .is(Action.READ_TREATMENTS)
                        .givesPageOf(Treatment.class));
    }

    private Answer record(Exchange exchange) {
        String patient = patient(exchange, Action.RECORD_TREATMENT);
        NewTreatment given = exchange.body(NewTreatment.class);
        Treatment treatment = clinic.treatments()
                .record(new Treatment(
                        clinic.ids().next(),
                        patient,
                        Exchange.required(given.date(), "date"),
                        Exchange.required(given.product(), "product"),
                        Exchange.required(given.areas(), "areas"),
                        Exchange.required(given.units(), "units"),
                        given.unitsByArea(),
                        given.note(),
                        clinic.clock().instant(),
                        exchange.caller().id()));
        return Answer.created(treatment, "/api/v1/patients/" + patient + "/treatments");
    }

    private Answer list(Exchange exchange) {
        String patient = patient(exchange, Action.READ_TREATMENTS);
        int limit = exchange.limit();
        List<Treatment> found = clinic.treatments().page(patient, exchange.cursor(), limit + 1);
        return Answer.ok(Page.of(found, limit, Treatment::id, treatment -> treatment));
    }

    private String patient(Exchange exchange, Action action) {
        String id = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(action, Target.patient(id));
        return id;
    }
}
