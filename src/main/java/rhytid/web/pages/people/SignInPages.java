package rhytid.web.pages.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rhytid.account.Action;
import rhytid.account.Caller.Invited;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Session;
import rhytid.account.Target;
import rhytid.account.Throttled;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Paths;
import rhytid.web.pages.frame.Views;

/** Where the site begins, by who comes; signing in and out. */
public final class SignInPages {

    private final Clinic clinic;
    private final Views views;

    public SignInPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * The page to sign in.
     *
     * @param next where to go then
     */
    public record SignIn(Form form, String next) {}

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/", this::start),
                Endpoint.page("/sign-in", this::show),
                Endpoint.form("/sign-in", this::signIn),
                Endpoint.form("/sign-out", this::signOut).is(Action.SEE_SELF));
    }

    private Answer start(Exchange exchange) {
        return exchange.caller() instanceof Invited guest
                ? Answer.seeOther("/visits/" + guest.visitId())
                : Answer.seeOther(views.start(exchange));
    }

    private Answer show(Exchange exchange) {
        String next = exchange.query("next");
        return views.page(exchange, "people/sign-in.jte", new SignIn(Form.empty(), next == null ? "" : next));
    }

    private Answer signIn(Exchange exchange) {
        Form form = Form.of(exchange);
        if (form.require("email") & form.require("password")) {
            try {
                Optional<Session> session =
                        clinic.signIn().signIn(form.value("email"), exchange.formRaw("password"), exchange.address());
                if (session.isPresent()) {
                    return welcome(exchange, session.get());
                }
                form.refuse("", "people.sign-in.wrong");
            } catch (Throttled e) {
                form.refuse("", "people.sign-in.wait");
            }
        }
        return views.page(exchange, 422, "people/sign-in.jte", new SignIn(form, exchange.form("next")));
    }

    private Answer welcome(Exchange exchange, Session session) {
        exchange.beginSession(session.token(), Duration.between(clinic.clock().instant(), session.expiresAt()));
        return Answer.seeOther(Paths.ours(exchange.form("next"), "/"));
    }

    private Answer signOut(Exchange exchange) {
        exchange.pass(Action.SEE_SELF, Target.NOTHING);
        if (exchange.caller() instanceof SignedIn person) {
            clinic.sessions().end(person.session());
        }
        exchange.endSession();
        return views.done(exchange, "/sign-in", "people.flash.signed-out");
    }
}
