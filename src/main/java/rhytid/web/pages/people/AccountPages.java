package rhytid.web.pages.people;

import java.util.List;
import rhytid.account.Account;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Notice;
import rhytid.account.OpenSession;
import rhytid.account.SecondFactors;
import rhytid.account.Target;
import rhytid.account.Throttled;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Frame;
import rhytid.web.pages.frame.Views;

/** A person's own account: what happened to it, where it is signed in, and the ways to change how. */
public final class AccountPages {

    private static final String SESSIONS = Frame.ACCOUNT + "/sessions";
    private static final String NOTICES = Frame.ACCOUNT + "/notices";

    private final Clinic clinic;
    private final Views views;

    public AccountPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /** The whole page. */
    public record Own(
            Account account,
            SecondFactors.State factor,
            boolean factorWanted,
            List<OpenSession> sessions,
            List<Notice> notices,
            Form form) {

        public boolean hasNews() {
            return notices.stream().anyMatch(notice -> !notice.seen());
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page(Frame.ACCOUNT, this::show).is(Action.SEE_SELF),
                Endpoint.form(SESSIONS, this::endSessions).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(NOTICES, this::seen).is(Action.SEE_SELF));
    }

    private Answer show(Exchange exchange) {
        exchange.pass(Action.SEE_SELF, Target.NOTHING);
        return show(exchange, 200, Form.empty());
    }

    private Answer show(Exchange exchange, int status, Form form) {
        SignedIn person = (SignedIn) exchange.caller();
        Account account = person.account();
        return views.page(
                exchange,
                status,
                "people/account.jte",
                new Own(
                        account,
                        clinic.secondFactors().state(account.id()),
                        clinic.sessions().wantsSecondFactor(account.role()),
                        clinic.sessions().open(person),
                        clinic.notices().latest(account.id()),
                        form));
    }

    private Answer endSessions(Exchange exchange) {
        exchange.pass(Action.CHANGE_OWN_SIGN_IN, Target.NOTHING);
        SignedIn person = (SignedIn) exchange.caller();
        Form form = Form.of(exchange);
        List<String> chosen = form.values("session");
        if (chosen.isEmpty()) {
            form.refuse("", "people.sessions.none-chosen");
        }
        if (form.require("password") && !form.isRefused()) {
            confirm(exchange, person.account(), form);
        }
        if (form.isRefused()) {
            return show(exchange, 422, form);
        }
        clinic.sessions().end(person.account().id(), chosen);
        return views.done(exchange, Frame.ACCOUNT, "people.flash.sessions-ended");
    }

    private void confirm(Exchange exchange, Account account, Form form) {
        try {
            if (!clinic.signIn().confirms(account, exchange.formRaw("password"), exchange.address())) {
                form.refuse("password", "people.password.wrong");
            }
        } catch (Throttled e) {
            form.refuse("", "people.sign-in.wait");
        }
    }

    private Answer seen(Exchange exchange) {
        exchange.pass(Action.SEE_SELF, Target.NOTHING);
        clinic.notices().seen(exchange.caller().id());
        return Answer.seeOther(Frame.ACCOUNT);
    }
}
