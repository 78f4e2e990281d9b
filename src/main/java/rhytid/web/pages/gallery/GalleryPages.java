package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Sighting;
import rhytid.account.Target;
import rhytid.fault.NotThere;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Views;

/** The patient's own pages. Staff see the gallery as the patient does, and record consent that was given on paper. */
public final class GalleryPages {

    private static final String GALLERY = "/gallery";
    private static final String SEEN = "/seen";
    private static final String CONSENT = "/consent";
    private static final int DAYS_AT_ONCE = 30;

    private final Clinic clinic;
    private final Views views;
    private final Galleries galleries;

    public GalleryPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
        this.galleries = new Galleries(clinic);
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page(GALLERY, this::ownGallery).is(Action.READ_GALLERY),
                Endpoint.page("/patients/{id}/gallery", this::gallery).is(Action.READ_GALLERY),
                Endpoint.page(SEEN, this::seen).is(Action.READ_SIGHTINGS),
                Endpoint.page(CONSENT, this::ownConsent).is(Action.READ_CONSENT),
                Endpoint.form(CONSENT, this::setOwnConsent).is(Action.SET_CONSENT),
                Endpoint.page("/patients/{id}/consent", this::consent).is(Action.READ_CONSENT),
                Endpoint.form("/patients/{id}/consent", this::setConsent).is(Action.SET_CONSENT));
    }

    private Answer ownGallery(Exchange exchange) {
        return gallery(exchange, exchange.ownPatient(), GALLERY);
    }

    private Answer gallery(Exchange exchange) {
        String id = exchange.path("id");
        return gallery(exchange, id, "/patients/" + id + GALLERY);
    }

    private Answer gallery(Exchange exchange, String patientId, String base) {
        String patient = pass(exchange, patientId, Action.READ_GALLERY);
        boolean preview = exchange.caller().isStaff();
        return views.page(
                exchange, "gallery/gallery.jte", galleries.of(patient, preview, base, exchange, views.words(exchange)));
    }

    private Answer seen(Exchange exchange) {
        String patient = pass(exchange, exchange.ownPatient(), Action.READ_SIGHTINGS);
        List<Sighting> sightings = clinic.audit()
                .sightings(patient, clinic.clock().getZone(), day(exchange.query("before")), DAYS_AT_ONCE + 1);
        List<SeenPage.Day> days = SeenPage.days(sightings);
        boolean more = days.size() > DAYS_AT_ONCE;
        List<SeenPage.Day> shown = more ? days.subList(0, DAYS_AT_ONCE) : days;
        return views.page(
                exchange,
                "gallery/seen.jte",
                new SeenPage(shown, more ? SEEN + "?before=" + shown.getLast().date() : null));
    }

    private Answer ownConsent(Exchange exchange) {
        return consent(exchange, exchange.ownPatient(), CONSENT);
    }

    private Answer consent(Exchange exchange) {
        return consent(exchange, exchange.path("id"), "/patients/" + exchange.path("id") + CONSENT);
    }

    private Answer consent(Exchange exchange, String patientId, String path) {
        String patient = pass(exchange, patientId, Action.READ_CONSENT);
        return views.page(
                exchange,
                "gallery/consent.jte",
                new ConsentPage(
                        patient,
                        path,
                        exchange.caller().isStaff(),
                        ConsentPage.purposes(clinic.consents().current(patient), by -> isOf(by, patient))));
    }

    private Answer setOwnConsent(Exchange exchange) {
        return setConsent(exchange, exchange.ownPatient(), CONSENT);
    }

    private Answer setConsent(Exchange exchange) {
        return setConsent(exchange, exchange.path("id"), "/patients/" + exchange.path("id") + CONSENT);
    }

    private Answer setConsent(Exchange exchange, String patientId, String path) {
        String patient = pass(exchange, patientId, Action.SET_CONSENT);
        boolean granted = exchange.form("granted").equals("true");
        clinic.consents()
                .set(
                        patient,
                        exchange.form("purpose"),
                        granted,
                        exchange.caller().id());
        return views.done(exchange, path, granted ? "gallery.flash.given" : "gallery.flash.withdrawn");
    }

    private boolean isOf(String accountId, String patientId) {
        return clinic.accounts()
                .find(accountId)
                .map(account -> patientId.equals(account.patientId()))
                .orElse(false);
    }

    private String pass(Exchange exchange, String patientId, Action action) {
        String id = clinic.patients().get(patientId).id();
        exchange.pass(action, Target.patient(id));
        return id;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotThere("day");
        }
    }
}
