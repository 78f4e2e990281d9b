package rhytid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Caller;
import rhytid.account.Caller.Invited;
import rhytid.account.Target;
import rhytid.clinic.Invitation;
import rhytid.clinic.Invitations;
import rhytid.clinic.Photo;
import rhytid.clinic.Visit;
import rhytid.fault.NotThere;
import rhytid.fault.Unfit;

/** Upload links for who has no account. */
final class InvitationRoutes {

    private final Clinic clinic;
    private final WebSettings settings;

    InvitationRoutes(Clinic clinic, WebSettings settings) {
        this.clinic = clinic;
        this.settings = settings;
    }

    record NewInvitation(
            @Nullable String visitId,
            @Nullable List<String> expressions,
            @Nullable Instant expiresAt) {}

    record InvitationIssued(
            String id,
            String url,
            String token,
            Instant expiresAt,
            String patientId,
            String visitId,
            List<String> expressions) {}

    record InvitationView(
            String id, String visitId, List<String> expressions, List<String> received, Instant expiresAt) {}

    record InvitationToken(String token) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.create("/patients/{id}/invitations", "A link to upload a visit's photos", this::issue)
                        .is(Action.INVITE)
                        .takes(new NewInvitation(null, List.of("rest", "frown"), null))
                        .gives(InvitationIssued.class),
                Endpoint.get("/invitations/{id}", "What is asked for, and what is in", this::read)
                        .is(Action.LIST_PHOTOS)
                        .gives(InvitationView.class)
                        .fails(410),
                Endpoint.delete("/invitations/{id}", "Withdraw an invitation", this::withdraw)
                        .is(Action.INVITE),
                Endpoint.put("/invitations/{id}/photos/{expression}", "Put a photo that was asked for", this::put)
                        .is(Action.UPLOAD_PHOTO)
                        .takesPhoto()
                        .gives(PhotoRoutes.PhotoView.class)
                        .answers(201)
                        .fails(410),
                Endpoint.post("/invitations/session", "Trade a link's token for a page's session cookie", this::trade)
                        .takes(new InvitationToken("token-of-the-link"))
                        .gives(InvitationView.class)
                        .fails(410));
    }

    private Answer issue(Exchange exchange) {
        String patient = clinic.patients().get(exchange.path("id")).id();
        exchange.pass(Action.INVITE, Target.patient(patient));
        NewInvitation wanted = exchange.bodyOr(NewInvitation.class, new NewInvitation(null, null, null));
        Visit visit = visit(patient, wanted, exchange.caller());
        Instant now = clinic.clock().instant();
        Duration lasts =
                wanted.expiresAt() == null ? Invitations.USUALLY_LASTS : Duration.between(now, wanted.expiresAt());
        Invitations.Issued issued =
                clinic.invitations().issue(visit, lasts, exchange.caller().id());
        Invitation invitation = issued.invitation();
        InvitationIssued view = new InvitationIssued(
                invitation.id(),
                settings.publicUrl() + "/invitation#" + issued.token(),
                issued.token(),
                invitation.expiresAt(),
                patient,
                visit.id(),
                invitation.expressions());
        return Answer.created(view, "/api/v1/invitations/" + invitation.id());
    }

    /** The visit that is named, or a new one for the photos that are asked for. */
    private Visit visit(String patient, NewInvitation wanted, Caller caller) {
        if (wanted.visitId() == null) {
            return clinic.visits().create(patient, null, wanted.expressions(), null, caller.id());
        }
        Visit visit = clinic.visits().get(wanted.visitId());
        if (!visit.patientId().equals(patient)) {
            throw new NotThere("visit");
        }
        return visit;
    }

    private Answer read(Exchange exchange) {
        return Answer.ok(view(invitation(exchange, Action.LIST_PHOTOS)));
    }

    private Answer withdraw(Exchange exchange) {
        clinic.invitations().withdraw(invitation(exchange, Action.INVITE).id());
        return Answer.done();
    }

    private Answer put(Exchange exchange) {
        Invitation invitation = invitation(exchange, Action.UPLOAD_PHOTO).requireOpen();
        if (!invitation.expressions().contains(exchange.expression().key())) {
            throw new Unfit(
                    "not-asked-for", "This visit asks for " + String.join(", ", invitation.expressions()) + ".");
        }
        return PhotoRoutes.put(clinic, exchange, clinic.visits().get(invitation.visitId()));
    }

    private Answer trade(Exchange exchange) {
        String token = Exchange.required(exchange.body(InvitationToken.class).token(), "token");
        Invitation invitation = clinic.invitations().openByToken(token);
        exchange.beginSession(clinic.invitations().beginSession(invitation), Invitations.SESSION_LASTS);
        return Answer.ok(view(invitation));
    }

    /** A guest has one invitation: another one of the same visit is not there for them. */
    private Invitation invitation(Exchange exchange, Action action) {
        Invitation invitation =
                clinic.invitations().find(exchange.path("id")).orElseThrow(() -> new NotThere("invitation"));
        if (exchange.caller() instanceof Invited guest && !guest.invitationId().equals(invitation.id())) {
            throw new NotThere("invitation");
        }
        exchange.pass(
                action,
                Target.of("invitation", invitation.id(), invitation.patientId()).inVisit(invitation.visitId()));
        return invitation;
    }

    private InvitationView view(Invitation invitation) {
        List<String> received = clinic.photos().ofVisit(invitation.visitId(), false).stream()
                .map(Photo::expression)
                .filter(invitation.expressions()::contains)
                .toList();
        return new InvitationView(
                invitation.id(), invitation.visitId(), invitation.expressions(), received, invitation.expiresAt());
    }
}
