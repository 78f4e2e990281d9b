package rhytid.web.pages.upload;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Patient;
import rhytid.clinic.PatientDetails;
import rhytid.clinic.Treatment;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;

/** The clinic's patients: looked for, taken in, and each with their visits. */
public final class PatientPages {

    private static final int ON_A_PAGE = 50;
    private static final int SHOWN = 200;

    private final Clinic clinic;
    private final Views views;

    public PatientPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * A part of the list.
     *
     * @param search what was looked for; empty for all
     * @param next cursor of the next part; null on the last
     */
    public record PatientList(
            List<Patient> patients, String search, @Nullable String next) {}

    /**
     * A patient with all that is on record, latest first.
     *
     * @param treatments null for whoever must not read them
     */
    public record PatientView(
            Patient patient,
            String name,
            List<VisitLine> visits,
            List<ComparisonLine> comparisons,
            @Nullable List<Treatment> treatments) {

        /** Those whose photos can be compared. */
        public List<VisitLine> photographed() {
            return visits.stream().filter(line -> line.received() > 0).toList();
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/patients", this::list).is(Action.LIST_PATIENTS),
                Endpoint.page("/patients/new", this::form).is(Action.CREATE_PATIENT),
                Endpoint.form("/patients", this::create).is(Action.CREATE_PATIENT),
                Endpoint.page("/patients/{id}", this::show).is(Action.READ_PATIENT));
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.LIST_PATIENTS, Target.NOTHING);
        String search = exchange.query("q");
        List<Patient> found = clinic.patients().page(search, exchange.cursor(), ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        List<Patient> shown = more ? found.subList(0, ON_A_PAGE) : found;
        String next = more ? shown.getLast().id() : null;
        return views.page(exchange, "upload/patients.jte", new PatientList(shown, search == null ? "" : search, next));
    }

    private Answer form(Exchange exchange) {
        exchange.pass(Action.CREATE_PATIENT, Target.NOTHING);
        return views.page(exchange, "upload/new-patient.jte", Form.empty());
    }

    private Answer create(Exchange exchange) {
        exchange.pass(Action.CREATE_PATIENT, Target.NOTHING);
        Form form = Form.of(exchange);
        PatientDetails details = details(form);
        if (!form.isRefused()) {
            try {
                Patient patient = clinic.patients().create(details);
                exchange.concerns(patient.id());
                return views.done(exchange, "/patients/" + patient.id(), "upload.flash.patient-made");
            } catch (Unfit e) {
                form.refuse(e.code().equals("reference-taken") ? "reference" : "name", "upload.unfit." + e.code());
            }
        }
        return views.page(exchange, 422, "upload/new-patient.jte", form);
    }

    private PatientDetails details(Form form) {
        LocalDate born = date(form, "birthDate");
        if (born != null && born.isAfter(LocalDate.now(clinic.clock()))) {
            form.refuse("birthDate", "upload.unfit.future");
        }
        return new PatientDetails(
                some(form, "name"),
                null,
                null,
                born,
                null,
                some(form, "reference"),
                some(form, "email"),
                some(form, "phone"),
                some(form, "notes"));
    }

    static @Nullable LocalDate date(Form form, String field) {
        String text = form.value(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form.refuse(field, "upload.unfit.date");
            return null;
        }
    }

    static @Nullable String some(Form form, String field) {
        String text = form.value(field);
        return text.isEmpty() ? null : text;
    }

    private Answer show(Exchange exchange) {
        Patient patient = clinic.patients().get(exchange.path("id"));
        exchange.pass(Action.READ_PATIENT, Target.patient(patient.id()));
        List<VisitLine> visits = VisitLine.latest(clinic, patient.id(), SHOWN);
        Map<String, LocalDate> days = visits.stream()
                .collect(Collectors.toMap(
                        line -> line.visit().id(), line -> line.visit().date()));
        List<ComparisonLine> comparisons = clinic.comparisons().page(patient.id(), null, SHOWN).stream()
                .map(comparison -> ComparisonLine.of(comparison, days))
                .toList();
        PatientView view = new PatientView(
                patient, patient.details().shownName(), visits, comparisons, treatments(exchange, patient.id()));
        return views.page(exchange, "upload/patient.jte", view);
    }

    private @Nullable List<Treatment> treatments(Exchange exchange, String patient) {
        if (!exchange.passes(Action.READ_TREATMENTS, Target.patient(patient))) {
            return null;
        }
        return clinic.treatments().page(patient, null, SHOWN).stream()
                .sorted(Comparator.comparing(Treatment::date).reversed())
                .toList();
    }
}
