package rhytid.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Patient;
import rhytid.clinic.PatientDetails;

/** The clinic's patients. */
final class PatientRoutes {

    private static final PatientDetails EXAMPLE =
            new PatientDetails("Mara Example", null, null, LocalDate.of(1980, 5, 17), null, "A-1042", null, null, null);

    private final Clinic clinic;

    PatientRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record PatientView(
            String id,
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String reference,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String notes,
            Instant createdAt,
            Instant changedAt) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.create("/patients", "Take a patient in", this::create)
                        .is(Action.CREATE_PATIENT)
                        .takes(EXAMPLE)
                        .gives(PatientView.class),
                Endpoint.get("/patients", "The patients, latest first", this::list)
                        .is(Action.LIST_PATIENTS)
                        .asks("q", "Words to look for in names and reference")
                        .givesPageOf(PatientView.class),
                Endpoint.get("/patients/{id}", "A patient", this::read)
                        .is(Action.READ_PATIENT)
                        .gives(PatientView.class),
                Endpoint.patch("/patients/{id}", "Change details; an empty text takes one away", this::change)
                        .is(Action.CHANGE_PATIENT)
                        .takes(EXAMPLE)
                        .gives(PatientView.class)
                        .conditional(),
                Endpoint.delete("/patients/{id}", "Erase all that is held on the patient", this::erase)
                        .is(Action.ERASE_PATIENT));
    }

    private Answer create(Exchange exchange) {
        exchange.pass(Action.CREATE_PATIENT, Target.NOTHING);
        Patient patient = clinic.patients().create(exchange.body(PatientDetails.class));
        exchange.concerns(patient.id());
        return Answer.created(view(patient), "/api/v1/patients/" + patient.id(), patient.version());
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.LIST_PATIENTS, Target.NOTHING);
        int limit = exchange.limit();
        List<Patient> found = clinic.patients().page(exchange.query("q"), exchange.cursor(), limit + 1);
        return Answer.ok(Page.of(found, limit, Patient::id, PatientRoutes::view));
    }

    private Answer read(Exchange exchange) {
        Patient patient = patient(exchange, Action.READ_PATIENT);
        return Answer.ok(view(patient), patient.version());
    }

    private Answer change(Exchange exchange) {
        Patient before = patient(exchange, Action.CHANGE_PATIENT);
        long version = exchange.ifMatch(before.version());
        Patient after = clinic.patients().change(before.id(), version, exchange.body(PatientDetails.class));
        return Answer.ok(view(after), after.version());
    }

    private Answer erase(Exchange exchange) {
        clinic.erasure().erase(patient(exchange, Action.ERASE_PATIENT).id());
        return Answer.done();
    }

    private Patient patient(Exchange exchange, Action action) {
        Patient patient = clinic.patients().get(exchange.path("id"));
        exchange.pass(action, Target.patient(patient.id()));
        return patient;
    }

    private static PatientView view(Patient patient) {
        PatientDetails details = patient.details();
        return new PatientView(
                patient.id(),
                details.name(),
                details.givenName(),
                details.familyName(),
                details.birthDate(),
                details.sex(),
                details.reference(),
                details.email(),
                details.phone(),
                details.notes(),
                patient.createdAt(),
                patient.changedAt());
    }
}
