package rhytid.web.pages.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.Photo;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoRefused;
import rhytid.clinic.Visit;
import rhytid.face.Expression;
import rhytid.fault.Conflict;
import rhytid.fault.NotThere;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Views;

/** The page on which a visit's photos come in: for staff, for the patient, and for whoever holds the visit's link. */
public final class VisitPages {

    private static final int VISITS_LOOKED_AT = 200;

    private final Clinic clinic;
    private final Views views;
    private final Outlines outlines;

    public VisitPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
        this.outlines = new Outlines(clinic);
    }

    /**
     * The page.
     *
     * @param baseline what staff may compare it with: the patient's first visit with a photo of an expression asked for
     *     here
     * @param patientName for staff; null for others, who know whose photos these are
     */
    public record VisitView(
            Visit visit,
            @Nullable String patientName,
            List<PhotoCard> cards,
            boolean open,
            @Nullable Visit baseline) {
        public int received() {
            return (int) cards.stream().filter(card -> card.photo() != null).count();
        }

        /** How many can't be measured. */
        public int unfit() {
            return (int)
                    cards.stream().filter(card -> card.state().equals("unfit")).count();
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/visits/{id}", this::show).is(Action.LIST_PHOTOS),
                Endpoint.page("/visits/{id}/photos/{expression}", this::card).is(Action.LIST_PHOTOS),
                Endpoint.form("/visits/{id}/photos/{expression}", this::put).is(Action.UPLOAD_PHOTO),
                Endpoint.form("/visits/{id}/photos/{expression}/look", this::look)
                        .is(Action.UPLOAD_PHOTO),
                Endpoint.page("/visits/{id}/outline", this::outline).is(Action.UPLOAD_PHOTO),
                Endpoint.form("/visits/{id}/close", this::close).is(Action.CLOSE_VISIT));
    }

    private Answer show(Exchange exchange) {
        Visit visit = visit(exchange, Action.LIST_PHOTOS);
        List<Photo> photos = clinic.photos().ofVisit(visit.id(), false);
        List<PhotoCard> cards = visit.expressions().stream()
                .map(expression -> card(exchange, visit, expression, photos))
                .toList();
        Visit baseline = exchange.caller().isStaff() ? baseline(visit) : null;
        String name = exchange.caller().isStaff()
                ? clinic.patients().get(visit.patientId()).details().shownName()
                : null;
        return views.page(
                exchange, "upload/visit.jte", new VisitView(visit, name, cards, isOpen(exchange, visit), baseline));
    }

    private @Nullable Visit baseline(Visit visit) {
        Map<String, List<Photo>> photos = clinic.photos().shownOf(visit.patientId());
        return clinic.visits().page(visit.patientId(), null, VISITS_LOOKED_AT).stream()
                .filter(other -> !other.id().equals(visit.id()) && !other.date().isAfter(visit.date()))
                .sorted(Comparator.comparing(Visit::date).thenComparing(Visit::id))
                .filter(other -> photos.getOrDefault(other.id(), List.of()).stream()
                        .anyMatch(photo -> visit.expressions().contains(photo.expression())))
                .findFirst()
                .orElse(null);
    }

    /** A card alone, for a page that just sent its photo. */
    private Answer card(Exchange exchange) {
        Visit visit = visit(exchange, Action.LIST_PHOTOS);
        List<Photo> photos = clinic.photos().ofVisit(visit.id(), false);
        return views.page(
                exchange,
                "upload/card.jte",
                card(exchange, visit, exchange.expression().key(), photos));
    }

    private static PhotoCard card(Exchange exchange, Visit visit, String expression, List<Photo> photos) {
        boolean picture = !exchange.caller().roleKey().equals("invited");
        return PhotoCard.of(visit, expression, photos, picture, isOpen(exchange, visit));
    }

    /** From a browser without scripts. */
    private Answer put(Exchange exchange) {
        Visit visit = openVisit(exchange);
        try {
            clinic.photos()
                    .put(
                            visit,
                            exchange.expression(),
                            exchange.photo(),
                            exchange.caller().id());
        } catch (PhotoRefused e) {
            String reason = "upload.refused." + e.code();
            boolean known = views.words(exchange).has(reason);
            return views.done(exchange, "/visits/" + visit.id(), known ? reason : "upload.state.refused");
        }
        return Answer.seeOther(
                "/visits/" + visit.id() + "#card-" + exchange.expression().key());
    }

    /**
     * Says of a photo what would be said if it were kept: a link ends with its last photo, so that one is tried first.
     */
    private Answer look(Exchange exchange) {
        Visit visit = openVisit(exchange);
        Expression expression = exchange.expression();
        PhotoCheck check = clinic.photos().look(visit, expression, exchange.photo());
        return views.page(
                exchange, "upload/card.jte", new PhotoCard(visit, expression.key(), null, check, false, true, true));
    }

    private Answer outline(Exchange exchange) {
        Visit visit = visit(exchange, Action.UPLOAD_PHOTO);
        return Answer.ok(outlines.before(visit).orElseThrow(() -> new NotThere("outline")));
    }

    private Answer close(Exchange exchange) {
        Visit visit = visit(exchange, Action.CLOSE_VISIT);
        clinic.visits().close(visit.id());
        return views.done(exchange, "/visits/" + visit.id(), "upload.flash.closed");
    }

    private Visit openVisit(Exchange exchange) {
        Visit visit = visit(exchange, Action.UPLOAD_PHOTO);
        if (!isOpen(exchange, visit)
                || !visit.expressions().contains(exchange.expression().key())) {
            throw new Conflict("visit-closed", "The visit is closed.");
        }
        return visit;
    }

    /** Staff may add to a visit that is closed. */
    private static boolean isOpen(Exchange exchange, Visit visit) {
        return visit.closedAt() == null || exchange.caller().isStaff();
    }

    private Visit visit(Exchange exchange, Action action) {
        Visit visit = clinic.visits().get(exchange.path("id"));
        exchange.pass(action, Target.of("visit", visit.id(), visit.patientId()).inVisit(visit.id()));
        return visit;
    }
}
