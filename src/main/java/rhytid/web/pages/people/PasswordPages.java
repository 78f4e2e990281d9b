package rhytid.web.pages.people;

import java.util.List;
import rhytid.account.Account;
import rhytid.account.AccountChange;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Target;
import rhytid.account.Throttled;
import rhytid.fault.Conflict;
import rhytid.fault.Stale;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Frame;
import rhytid.web.pages.frame.Views;

/**
 * Passwords: the first administrator's, one set with a link, one's own. A link carries its token after {@code #}, where
 * no log sees it; a script puts it into the form, and without scripts people paste it.
 */
public final class PasswordPages {

    private static final String OWN = Frame.ACCOUNT + "/password";
    private static final String TOKEN = "token";
    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";

    private final Clinic clinic;
    private final Views views;

    public PasswordPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/setup", exchange -> show(exchange, "people/setup.jte")),
                Endpoint.form("/setup", this::setUp),
                Endpoint.page("/password", exchange -> show(exchange, "people/password.jte")),
                Endpoint.form("/password", this::byLink),
                Endpoint.page(OWN, this::own).is(Action.CHANGE_OWN_SIGN_IN),
                Endpoint.form(OWN, this::changeOwn).is(Action.CHANGE_OWN_SIGN_IN));
    }

    private Answer show(Exchange exchange, String template) {
        return views.page(exchange, template, Form.empty());
    }

    private Answer setUp(Exchange exchange) {
        Form form = Form.of(exchange);
        if (form.require(TOKEN) & form.require(EMAIL) & form.require(PASSWORD)) {
            refusing(form, () -> {
                if (clinic.links()
                        .setUp(form.value(TOKEN), form.value(EMAIL), exchange.formRaw(PASSWORD))
                        .isEmpty()) {
                    form.refuse("", "people.link.spent");
                }
            });
        }
        return form.isRefused()
                ? views.page(exchange, 422, "people/setup.jte", form)
                : views.done(exchange, "/sign-in", "people.flash.set-up");
    }

    private Answer byLink(Exchange exchange) {
        Form form = Form.of(exchange);
        if (form.require(TOKEN) & form.require(PASSWORD)) {
            refusing(form, () -> {
                if (clinic.links()
                        .setPassword(form.value(TOKEN), exchange.formRaw(PASSWORD))
                        .isEmpty()) {
                    form.refuse("", "people.link.spent");
                }
            });
        }
        return form.isRefused()
                ? views.page(exchange, 422, "people/password.jte", form)
                : views.done(exchange, "/sign-in", "people.flash.password-set");
    }

    private Answer own(Exchange exchange) {
        exchange.pass(Action.CHANGE_OWN_SIGN_IN, Target.NOTHING);
        return show(exchange, "people/own-password.jte");
    }

    private Answer changeOwn(Exchange exchange) {
        exchange.pass(Action.CHANGE_OWN_SIGN_IN, Target.NOTHING);
        Account account = ((SignedIn) exchange.caller()).account();
        Form form = Form.of(exchange);
        if (form.require("current") & form.require(PASSWORD)) {
            refusing(form, () -> change(exchange, account, form));
        }
        if (form.isRefused()) {
            return views.page(exchange, 422, "people/own-password.jte", form);
        }
        exchange.endSession();
        return views.done(exchange, "/sign-in", "people.flash.password-set");
    }

    private void change(Exchange exchange, Account account, Form form) {
        if (!clinic.signIn().confirms(account, exchange.formRaw("current"), exchange.address())) {
            form.refuse("current", "people.password.wrong");
            return;
        }
        AccountChange change = new AccountChange(null, null, null, null, exchange.formRaw(PASSWORD));
        if (clinic.accounts().change(account, account.version(), change).isEmpty()) {
            throw new Stale();
        }
    }

    /** What the rules of accounts say against it, beside the field that it is about. */
    private static void refusing(Form form, Runnable change) {
        try {
            change.run();
        } catch (Unfit e) {
            form.refuse(e.code().startsWith(PASSWORD) ? PASSWORD : EMAIL, "people.unfit." + e.code());
        } catch (Conflict e) {
            form.refuse(EMAIL, "people.unfit." + e.code());
        } catch (Throttled e) {
            form.refuse("", "people.sign-in.wait");
        }
    }
}
