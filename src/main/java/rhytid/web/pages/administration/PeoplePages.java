package rhytid.web.pages.administration;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.AccountChange;
import rhytid.account.Action;
import rhytid.account.NewAccount;
import rhytid.account.Role;
import rhytid.account.Session;
import rhytid.account.Target;
import rhytid.account.Token;
import rhytid.clinic.Patient;
import rhytid.fault.Conflict;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.fault.Unfit;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.WebSettings;
import rhytid.web.pages.frame.Form;
import rhytid.web.pages.frame.Views;

/** The people who can sign in. Nobody types a password for somebody else: a link is handed over, and works once. */
public final class PeoplePages {

    private static final String EMAIL = "email";
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final int AT_ONCE = 50;

    private final Clinic clinic;
    private final Views views;
    private final WebSettings settings;
    private final SecureRandom random = new SecureRandom();

    PeoplePages(Clinic clinic, Views views, WebSettings settings) {
        this.clinic = clinic;
        this.views = views;
        this.settings = settings;
    }

    /**
     * The list, and the form for one more.
     *
     * @param patient whose own account is to be made; null for staff
     * @param more link to the rest; null on the last page
     */
    public record People(
            List<Account> accounts,
            Form form,
            @Nullable Patient patient,
            @Nullable String more) {

        public List<Role> roles() {
            return List.of(Role.ASSISTANT, Role.INJECTOR, Role.ADMIN);
        }

        /** What the clinic calls them. */
        public String patientName() {
            return Objects.requireNonNull(patient).details().shownName();
        }
    }

    /**
     * One account.
     *
     * @param link to hand over, shown this once; null where none was asked for
     * @param self true for the administrator's own
     * @param secondFactor true where they sign in with one
     */
    public record Person(
            Account account, Form form, @Nullable Link link, boolean self, boolean secondFactor) {

        public List<Role> roles() {
            return account.role() == Role.PATIENT
                    ? List.of(Role.PATIENT)
                    : List.of(Role.ASSISTANT, Role.INJECTOR, Role.ADMIN);
        }
    }

    /** A link that sets a password, once. */
    public record Link(String url, Instant expiresAt) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/administration", this::start).is(Action.MANAGE_USERS),
                Endpoint.page(Administration.PEOPLE, this::list).is(Action.MANAGE_USERS),
                Endpoint.form(Administration.PEOPLE, this::create).is(Action.MANAGE_USERS),
                Endpoint.page(Administration.PEOPLE + "/{id}", this::person).is(Action.MANAGE_USERS),
                Endpoint.form(Administration.PEOPLE + "/{id}", this::change).is(Action.MANAGE_USERS),
                Endpoint.form(Administration.PEOPLE + "/{id}/link", this::link).is(Action.MANAGE_USERS),
                Endpoint.form(Administration.PEOPLE + "/{id}/second-factor", this::resetFactor)
                        .is(Action.MANAGE_USERS),
                Endpoint.form(Administration.PEOPLE + "/{id}/sign-out", this::signOut)
                        .is(Action.MANAGE_USERS));
    }

    private Answer start(Exchange exchange) {
        exchange.pass(Action.MANAGE_USERS, Target.NOTHING);
        return Answer.seeOther(Administration.PEOPLE);
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.MANAGE_USERS, Target.NOTHING);
        return list(exchange, 200, Form.empty(), exchange.query("patient"));
    }

    private Answer list(Exchange exchange, int status, Form form, @Nullable String patientId) {
        List<Account> accounts = clinic.accounts().page(exchange.cursor(), AT_ONCE + 1);
        boolean more = accounts.size() > AT_ONCE;
        List<Account> shown = more ? accounts.subList(0, AT_ONCE) : accounts;
        return views.page(
                exchange,
                status,
                "administration/people.jte",
                new People(
                        shown,
                        form,
                        patientId == null ? null : clinic.patients().get(patientId),
                        more
                                ? Administration.PEOPLE + "?cursor="
                                        + shown.getLast().id()
                                : null));
    }

    private Answer create(Exchange exchange) {
        exchange.pass(Action.MANAGE_USERS, Target.NOTHING);
        Form form = Form.of(exchange);
        String patientId = form.value("patient").isEmpty() ? null : form.value("patient");
        if (form.require(EMAIL) & (patientId != null || form.require(ROLE))) {
            Role role = patientId != null ? Role.PATIENT : role(form);
            NewAccount wanted =
                    new NewAccount(form.value(EMAIL), orNull(form.value(NAME)), role, patientId, Token.random(random));
            Account made = refusing(form, () -> clinic.accounts().create(wanted));
            if (made != null) {
                return show(exchange, 200, made, filled(made), link(made));
            }
        }
        return list(exchange, 422, form, patientId);
    }

    private Answer person(Exchange exchange) {
        Account account = account(exchange);
        return show(exchange, 200, account, filled(account), null);
    }

    private Answer change(Exchange exchange) {
        Account before = account(exchange);
        Form form = Form.of(exchange);
        if (form.require(EMAIL)) {
            AccountChange wanted = new AccountChange(
                    form.value(EMAIL),
                    form.value(NAME),
                    role(form),
                    exchange.form("active").equals("true"),
                    null);
            long version = form.version();
            Account after = refusing(
                    form,
                    () -> clinic.accounts().change(before, version, wanted).orElseThrow(Stale::new));
            if (after != null) {
                return views.done(
                        exchange, Administration.PEOPLE + "/" + after.id(), "administration.flash.person-saved");
            }
        }
        return show(exchange, 422, before, form, null);
    }

    private Answer link(Exchange exchange) {
        Account account = account(exchange);
        return show(exchange, 200, account, filled(account), link(account));
    }

    private Answer signOut(Exchange exchange) {
        Account account = account(exchange);
        clinic.sessions().endAll(account.id());
        return views.done(exchange, Administration.PEOPLE + "/" + account.id(), "administration.flash.signed-out");
    }

    private Answer resetFactor(Exchange exchange) {
        Account account = account(exchange);
        clinic.secondFactors().reset(account.id(), exchange.caller());
        return views.done(exchange, Administration.PEOPLE + "/" + account.id(), "administration.flash.factor-reset");
    }

    private Answer show(Exchange exchange, int status, Account account, Form form, @Nullable Link link) {
        boolean self = account.id().equals(exchange.caller().id());
        boolean factor = clinic.secondFactors().active(account.id());
        return views.page(exchange, status, "administration/person.jte", new Person(account, form, link, self, factor));
    }

    private Link link(Account account) {
        Session link = clinic.links().forPassword(account.id());
        return new Link(settings.publicUrl() + "/password#" + link.token(), link.expiresAt());
    }

    private Account account(Exchange exchange) {
        Account account = clinic.accounts().find(exchange.path("id")).orElseThrow(() -> new NotThere("user"));
        exchange.pass(Action.MANAGE_USERS, new Target("user/" + account.id(), null, null, false));
        return account;
    }

    private static Form filled(Account account) {
        return Form.empty()
                .with(EMAIL, account.email())
                .with(NAME, account.name() == null ? "" : account.name())
                .with(ROLE, account.role().key())
                .with("active", String.valueOf(account.active()))
                .with("version", String.valueOf(account.version()));
    }

    private interface Work {
        Account run();
    }

    /** What the rules of accounts say against it, beside the field that it is about; null where they do. */
    private static @Nullable Account refusing(Form form, Work work) {
        try {
            return work.run();
        } catch (Unfit e) {
            form.refuse(field(e.code()), "administration.unfit." + e.code());
        } catch (Conflict e) {
            form.refuse(field(e.code()), "administration.unfit." + e.code());
        }
        return null;
    }

    private static String field(String code) {
        return code.startsWith(EMAIL) ? EMAIL : code.equals(ROLE) || code.equals(NAME) ? code : "";
    }

    private static Role role(Form form) {
        return Role.of(form.value(ROLE)).orElseThrow(() -> new NotThere("role"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
