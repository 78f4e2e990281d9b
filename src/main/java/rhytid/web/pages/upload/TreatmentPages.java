package rhytid.web.pages.upload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Patient;
import rhytid.clinic.Treatment;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;
import tools.jackson.databind.json.JsonMapper;

/** Writing down what was injected: product, and units of each area. */
public final class TreatmentPages {

    /** The usual ones, from brow to neck; their names stand among the frame's words. */
    public static final List<String> AREAS = List.of(
            "glabella",
            "forehead",
            "brow-lift",
            "crows-feet-right",
            "crows-feet-left",
            "nose",
            "lips",
            "mouth-corners",
            "chin",
            "masseter-right",
            "masseter-left",
            "neck");

    /** By the names of their proteins: brands differ from country to country. */
    public static final List<String> PRODUCTS = List.of(
            "onabotulinumtoxinA",
            "abobotulinumtoxinA",
            "incobotulinumtoxinA",
            "letibotulinumtoxinA",
            "prabotulinumtoxinA",
            "daxibotulinumtoxinA",
            "rimabotulinumtoxinB");

    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(5000);

    private final Clinic clinic;
    private final Views views;

    public TreatmentPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /** The form. */
    public record NewTreatment(Patient patient, String name, Form form) {}

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/patients/{id}/treatments/new", this::show).is(Action.RECORD_TREATMENT),
                Endpoint.form("/patients/{id}/treatments", this::create).is(Action.RECORD_TREATMENT));
    }

    private Answer show(Exchange exchange) {
        Patient patient = patient(exchange);
        Form form = Form.empty().with("date", views.words(exchange).today().toString());
        return page(exchange, 200, patient, form);
    }

    private Answer page(Exchange exchange, int status, Patient patient, Form form) {
        return views.page(
                exchange,
                status,
                "upload/new-treatment.jte",
                new NewTreatment(patient, patient.details().shownName(), form));
    }

    private Answer create(Exchange exchange) {
        Patient patient = patient(exchange);
        Form form = Form.of(exchange);
        form.require("product");
        LocalDate date = form.require("date") ? PatientPages.date(form, "date") : null;
        Map<String, BigDecimal> units = units(form);
        if (units.isEmpty()) {
            form.refuse("units", "upload.unfit.no-units");
        }
        if (form.isRefused() || date == null) {
            return page(exchange, 422, patient, form);
        }
        try {
            clinic.treatments().record(treatment(exchange, patient, date, form, units));
        } catch (Unfit e) {
            return page(exchange, 422, patient, form.refuse("", "upload.unfit.treatment"));
        }
        return views.done(exchange, "/patients/" + patient.id(), "upload.flash.treatment-saved");
    }

    private Treatment treatment(
            Exchange exchange, Patient patient, LocalDate date, Form form, Map<String, BigDecimal> units) {
        return new Treatment(
                clinic.ids().next(),
                patient.id(),
                date,
                form.value("product"),
                new ArrayList<>(units.keySet()),
                units.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                JsonMapper.shared().valueToTree(units),
                PatientPages.some(form, "note"),
                clinic.clock().instant(),
                exchange.caller().id());
    }

    /** Of the areas that were treated. */
    private static Map<String, BigDecimal> units(Form form) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (String area : AREAS) {
            BigDecimal given = number(form, "units-" + area);
            if (given != null) {
                units.put(area, given);
            }
        }
        return units;
    }

    /** Null where nothing was typed, or 0. A comma is as good as a point. */
    private static @Nullable BigDecimal number(Form form, String field) {
        String text = form.value(field).replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,4}(\\.\\d{1,2})?") || new BigDecimal(text).compareTo(MOST_UNITS) > 0) {
            form.refuse(field, "upload.unfit.units");
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        return value.signum() == 0 ? null : value;
    }

    private Patient patient(Exchange exchange) {
        Patient patient = clinic.patients().get(exchange.path("id"));
        exchange.pass(Action.RECORD_TREATMENT, Target.patient(patient.id()));
        return patient;
    }
}
