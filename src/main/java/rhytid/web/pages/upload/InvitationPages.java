package rhytid.web.pages.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Target;
import rhytid.clinic.Invitation;
import rhytid.clinic.Invitations;
import rhytid.clinic.Visit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.QrPicture;
import rhytid.web.pages.frame.Views;

/** Links by which somebody without an account sends a visit's photos: handed out by staff, opened by the patient. */
public final class InvitationPages {

    private final Clinic clinic;
    private final String publicUrl;
    private final Views views;

    public InvitationPages(Clinic clinic, String publicUrl, Views views) {
        this.clinic = clinic;
        this.publicUrl = publicUrl;
        this.views = views;
    }

    /**
     * A link that was just made; it is shown this once.
     *
     * @param code the link as a QR code
     */
    public record Issued(Visit visit, String patientName, String url, Invitation invitation, QrPicture code) {}

    /**
     * What opens from the link.
     *
     * @param signedInAs who would be signed out in this browser; null for nobody
     */
    public record Opening(Form form, @Nullable String signedInAs) {}

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.form("/visits/{id}/invitation", this::issue).is(Action.INVITE),
                Endpoint.page("/invitation", this::open),
                Endpoint.form("/invitation", this::trade));
    }

    private Answer issue(Exchange exchange) {
        Visit visit = clinic.visits().get(exchange.path("id"));
        exchange.pass(
                Action.INVITE, Target.of("visit", visit.id(), visit.patientId()).inVisit(visit.id()));
        Invitations.Issued issued = clinic.invitations()
                .issue(visit, Invitations.USUALLY_LASTS, exchange.caller().id());
        String url = publicUrl + "/invitation#" + issued.token();
        return views.page(
                exchange,
                "upload/invited.jte",
                new Issued(
                        visit,
                        clinic.patients().get(visit.patientId()).details().shownName(),
                        url,
                        issued.invitation(),
                        QrPicture.of(url)));
    }

    private Answer open(Exchange exchange) {
        return views.page(exchange, "upload/invitation.jte", opening(exchange, Form.empty()));
    }

    /** The token came in the form's body: the address that carried it after {@code #} was never sent. */
    private Answer trade(Exchange exchange) {
        Form form = Form.of(exchange);
        if (!form.require("token")) {
            return views.page(exchange, 422, "upload/invitation.jte", opening(exchange, form));
        }
        Invitation invitation = clinic.invitations().openByToken(form.value("token"));
        exchange.beginSession(clinic.invitations().beginSession(invitation), Invitations.SESSION_LASTS);
        return Answer.seeOther("/visits/" + invitation.visitId());
    }

    private static Opening opening(Exchange exchange, Form form) {
        return new Opening(
                form,
                exchange.caller() instanceof SignedIn person ? person.account().email() : null);
    }
}
