package rhytid.web.pages.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.SecondFactors;
import rhytid.account.Target;
import rhytid.account.Throttled;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Frame;
import rhytid.web.pages.frame.QrPicture;
import rhytid.web.pages.frame.Views;

/**
 * Setting up the second factor: the password, then the app's first code, then recovery codes to keep. The secret is
 * shown only right after the password: a session left open on a desk does not tell it.
 */
public final class SecondFactorPages {

    private static final String PAGE = "people/second-factor.jte";

    private final Clinic clinic;
    private final Views views;

    public SecondFactorPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * Where somebody stands.
     *
     * @param wanted true where the clinic wants one of people with their role
     * @param draft to tell the app, shown this once; null at any other time
     * @param asksCode true once the app was told, until its first code is right
     */
    public record Standing(
            SecondFactors.State state,
            boolean wanted,
            SecondFactors.@Nullable Draft draft,
            boolean asksCode,
            Form form) {

        public @Nullable QrPicture picture() {
            return draft == null ? null : QrPicture.of(draft.url());
        }

        /** In groups of four, as people read it out. */
        public String secret() {
            return draft == null ? "" : draft.secret().replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page(Frame.SECOND_FACTOR, this::show).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(Frame.SECOND_FACTOR, this::begin).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(Frame.SECOND_FACTOR + "/code", this::firstCode).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(Frame.SECOND_FACTOR + "/codes", this::newCodes).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(Frame.SECOND_FACTOR + "/end", this::end).is(Action.CHANGE_OWN_SIGN_IN));
    }

    private Answer show(Exchange exchange) {
        person(exchange);
        return show(exchange, 200, null, false, Form.empty());
    }

    private Answer show(
            Exchange exchange, int status, SecondFactors.@Nullable Draft draft, boolean asksCode, Form form) {
        Account account = ((SignedIn) exchange.caller()).account();
        return views.page(
                exchange,
                status,
                PAGE,
                new Standing(
                        clinic.secondFactors().state(account.id()),
                        clinic.sessions().wantsSecondFactor(account.role()),
                        draft,
                        asksCode,
                        form));
    }

    private Answer begin(Exchange exchange) {
        SignedIn person = person(exchange);
        Form form = confirmed(exchange, person.account());
        return form.isRefused()
                ? show(exchange, 422, null, false, form)
                : show(exchange, 200, clinic.secondFactors().draft(person.account()), true, Form.empty());
    }

    private Answer firstCode(Exchange exchange) {
        SignedIn person = person(exchange);
        Form form = Form.of(exchange);
        if (form.require("code")) {
            try {
                Optional<List<String>> codes = clinic.secondFactors().confirm(person, form.value("code"));
                if (codes.isPresent()) {
                    return views.page(exchange, "people/recovery-codes.jte", codes.get());
                }
                form.refuse("code", "people.code.wrong");
            } catch (Unfit e) { // begun too long ago, or ended in another window
                return Answer.seeOther(Frame.SECOND_FACTOR);
            }
        }
        return show(exchange, 422, null, true, form);
    }

    private Answer newCodes(Exchange exchange) {
        SignedIn person = person(exchange);
        Form form = confirmed(exchange, person.account());
        return form.isRefused()
                ? show(exchange, 422, null, false, form)
                : views.page(
                        exchange,
                        "people/recovery-codes.jte",
                        clinic.secondFactors().newRecoveryCodes(person.account().id()));
    }

    private Answer end(Exchange exchange) {
        SignedIn person = person(exchange);
        Form form = confirmed(exchange, person.account());
        if (clinic.sessions().wantsSecondFactor(person.account().role())) {
            form.refuse("", "people.factor.wanted-still");
        }
        if (form.isRefused()) {
            return show(exchange, 422, null, false, form);
        }
        clinic.secondFactors().end(person);
        return views.done(exchange, Frame.ACCOUNT, "people.flash.factor-off");
    }

    /** Whoever asks has typed their password, and the code where there is a factor already; refused otherwise. */
    private Form confirmed(Exchange exchange, Account account) {
        Form form = Form.of(exchange);
        boolean active = clinic.secondFactors().active(account.id());
        if (form.require("password") & (!active || form.require("code"))) {
            try {
                if (!clinic.signIn()
                        .confirms(account, exchange.formRaw("password"), form.value("code"), exchange.address())) {
                    form.refuse("", active ? "people.factor.not-confirmed" : "people.password.wrong");
                }
            } catch (Throttled e) {
                form.refuse("", "people.sign-in.wait");
            }
        }
        return form;
    }

    private static SignedIn person(Exchange exchange) {
        exchange.pass(Action.CHANGE_OWN_SIGN_IN, Target.NOTHING);
        return (SignedIn) exchange.caller();
    }
}
