package rhytid.web.pages.people;

import java.time.Duration;
import java.util.List;
import rhytid.account.Account;
import rhytid.account.Action;
import rhytid.account.Caller.Invited;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Session;
import rhytid.account.SignIn;
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

    private static final String CODE = "/sign-in/code";
    /** Of whoever gave the right password and not yet the code. */
    private static final String HALF_COOKIE = "rhytid_signing_in";

    private final Clinic clinic;
    private final Views views;

    public SignInPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * The page that asks for the second factor's code.
     *
     * @param next where to go then
     * @param recovery true where a recovery code is asked for, which has letters
     */
    public record Code(Form form, String next, boolean recovery) {}

    /**
     * The page to sign in.
     *
     * @param next where to go then
     */
    public record Entrance(Form form, String next) {}

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/", this::start),
                Endpoint.page("/sign-in", this::show),
                Endpoint.form("/sign-in", this::signIn),
                Endpoint.page(CODE, this::showCode),
                Endpoint.form(CODE, this::withCode),
                Endpoint.form("/sign-out", this::signOut).is(Action.SEE_SELF));
    }

    private Answer start(Exchange exchange) {
        return exchange.caller() instanceof Invited guest
                ? Answer.seeOther("/visits/" + guest.visitId())
                : Answer.seeOther(views.start(exchange));
    }

    private Answer show(Exchange exchange) {
        String next = exchange.query("next");
        return views.page(exchange, "people/sign-in.jte", new Entrance(Form.empty(), next == null ? "" : next));
    }

    private Answer signIn(Exchange exchange) {
        Form form = Form.of(exchange);
        if (form.require("email") & form.require("password")) {
            try {
                SignIn.Outcome outcome = clinic.signIn()
                        .signIn(form.value("email"), exchange.formRaw("password"), null, exchange.origin());
                if (outcome instanceof SignIn.Outcome.In in) {
                    return welcome(exchange, in.session());
                } else if (outcome instanceof SignIn.Outcome.CodeWanted wanted) {
                    return askCode(exchange, wanted.account());
                }
                form.refuse("", "people.sign-in.wrong");
            } catch (Throttled e) {
                form.refuse("", "people.sign-in.wait");
            }
        }
        return views.page(exchange, 422, "people/sign-in.jte", new Entrance(form, exchange.form("next")));
    }

    private Answer askCode(Exchange exchange, Account account) {
        String half = clinic.signIn().half(account);
        exchange.setCookie(HALF_COOKIE, half, (int) SignIn.HALF_LASTS.toSeconds());
        String next = exchange.form("next");
        return Answer.seeOther(next.isEmpty() ? CODE : CODE + "?next=" + Paths.encoded(next));
    }

    private Answer showCode(Exchange exchange) {
        if (exchange.cookie(HALF_COOKIE) == null) {
            return Answer.seeOther("/sign-in");
        }
        String next = exchange.query("next");
        boolean recovery = exchange.query("recovery") != null;
        return views.page(exchange, "people/code.jte", new Code(Form.empty(), next == null ? "" : next, recovery));
    }

    private Answer withCode(Exchange exchange) {
        Form form = Form.of(exchange);
        String half = exchange.cookie(HALF_COOKIE);
        if (form.require("code")) {
            try {
                SignIn.Outcome outcome =
                        clinic.signIn().finish(half == null ? "" : half, form.value("code"), exchange.origin());
                if (outcome instanceof SignIn.Outcome.In in) {
                    exchange.setCookie(HALF_COOKIE, "", 0);
                    return welcome(exchange, in.session());
                } else if (outcome instanceof SignIn.Outcome.Over) {
                    return views.done(exchange, "/sign-in", "people.flash.half-over");
                }
                form.refuse("code", "people.code.wrong");
            } catch (Throttled e) {
                form.refuse("", "people.sign-in.wait");
            }
        }
        boolean recovery = !exchange.form("recovery").isEmpty();
        return views.page(exchange, 422, "people/code.jte", new Code(form, exchange.form("next"), recovery));
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
