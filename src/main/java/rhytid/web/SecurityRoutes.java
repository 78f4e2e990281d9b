package rhytid.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.SecondFactors;
import rhytid.account.Target;
import rhytid.fault.Unfit;

/** The way into one's own account: the second factor, open sessions, and what happened to them. */
final class SecurityRoutes {

    private final Clinic clinic;

    SecurityRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record SecondFactor(boolean active, @Nullable Instant since, boolean wanted, int recoveryCodesLeft) {}

    record Confirmed(String password, @Nullable String code) {}

    record NewSecret(String secret, String url) {}

    record FirstCode(String code) {}

    record RecoveryCodes(List<String> codes) {}

    record OwnSession(
            String id,
            @Nullable String device,
            @Nullable String address,
            Instant beganAt,
            Instant seenAt,
            Instant expiresAt,
            boolean current) {}

    record OwnSessions(List<OwnSession> items) {}

    record SessionsToEnd(String password, @Nullable List<String> sessions) {}

    record Told(Instant at, String what, boolean seen) {}

    record Notices(List<Told> items) {}

    List<Endpoint> endpoints() {
        Confirmed confirmed = new Confirmed("the password of hers", "123456");
        return List.of(
                Endpoint.get("/me/second-factor", "Whether one signs in with a second factor", this::state)
                        .is(Action.SEE_SELF)
                        .gives(SecondFactor.class),
                Endpoint.post("/me/second-factor", "Begin to set it up: a secret for an authenticator app", this::draft)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(confirmed)
                        .gives(NewSecret.class),
                Endpoint.put("/me/second-factor", "End setting it up with the app's first code", this::confirm)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(new FirstCode("123456"))
                        .gives(RecoveryCodes.class),
                Endpoint.post("/me/second-factor/codes", "New recovery codes; those before end", this::codes)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(confirmed)
                        .gives(RecoveryCodes.class),
                Endpoint.post("/me/second-factor/end", "Sign in without it again", this::end)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(confirmed)
                        .answers(204),
                Endpoint.get("/me/sessions", "One's open sessions", this::sessions)
                        .is(Action.SEE_SELF)
                        .gives(OwnSessions.class),
                Endpoint.post("/me/sessions/end", "End some of them, or without sessions all others", this::endSessions)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(new SessionsToEnd("the password of hers", List.of("3f9a1c5e7b2d4f6a8c0e1b3d5f")))
                        .answers(204),
                Endpoint.get("/me/notices", "What happened to the way into one's account", this::notices)
                        .is(Action.SEE_SELF)
                        .gives(Notices.class),
                Endpoint.post("/me/notices/seen", "They were read", this::seen)
                        .is(Action.SEE_SELF)
                        .answers(204));
    }

    private Answer state(Exchange exchange) {
        Account account = passed(exchange, Action.SEE_SELF).account();
        SecondFactors.State state = clinic.secondFactors().state(account.id());
        return Answer.ok(new SecondFactor(
                state.active(),
                state.since(),
                clinic.sessions().wantsSecondFactor(account.role()),
                state.recoveryCodes()));
    }

    private Answer draft(Exchange exchange) {
        Account account = confirmed(exchange);
        SecondFactors.Draft draft = clinic.secondFactors().draft(account);
        return Answer.ok(new NewSecret(draft.secret(), draft.url()));
    }

    private Answer confirm(Exchange exchange) {
        SignedIn person = passed(exchange, Action.CHANGE_OWN_SIGN_IN);
        String code = Exchange.required(exchange.body(FirstCode.class).code(), "code");
        return Answer.ok(new RecoveryCodes(clinic.secondFactors()
                .confirm(person, code)
                .orElseThrow(() -> new Problem(422, "wrong-code", "This is not the code that the app shows now."))));
    }

    private Answer codes(Exchange exchange) {
        requireActive(exchange);
        Account account = confirmed(exchange);
        return Answer.ok(new RecoveryCodes(clinic.secondFactors().newRecoveryCodes(account.id())));
    }

    private Answer end(Exchange exchange) {
        SignedIn person = requireActive(exchange);
        if (clinic.sessions().wantsSecondFactor(person.account().role())) {
            throw new Unfit(
                    "second-factor-wanted", "The clinic wants a second factor here. Set up another one instead.");
        }
        confirmed(exchange);
        clinic.secondFactors().end(person);
        return Answer.done();
    }

    private Answer sessions(Exchange exchange) {
        SignedIn person = passed(exchange, Action.SEE_SELF);
        return Answer.ok(new OwnSessions(clinic.sessions().open(person).stream()
                .map(open -> new OwnSession(
                        open.id(),
                        open.device(),
                        open.address(),
                        open.beganAt(),
                        open.seenAt(),
                        open.expiresAt(),
                        open.current()))
                .toList()));
    }

    private Answer endSessions(Exchange exchange) {
        SignedIn person = passed(exchange, Action.CHANGE_OWN_SIGN_IN);
        SessionsToEnd wanted = exchange.body(SessionsToEnd.class);
        if (!clinic.signIn()
                .confirms(person.account(), Exchange.required(wanted.password(), "password"), exchange.address())) {
            throw wrong();
        }
        if (wanted.sessions() == null) {
            clinic.sessions().endOthers(person);
        } else {
            clinic.sessions().end(person.account().id(), wanted.sessions());
        }
        return Answer.done();
    }

    private Answer notices(Exchange exchange) {
        SignedIn person = passed(exchange, Action.SEE_SELF);
        return Answer.ok(new Notices(clinic.notices().latest(person.account().id()).stream()
                .map(notice -> new Told(notice.at(), notice.what().key(), notice.seen()))
                .toList()));
    }

    private Answer seen(Exchange exchange) {
        clinic.notices().seen(passed(exchange, Action.SEE_SELF).account().id());
        return Answer.done();
    }

    private SignedIn requireActive(Exchange exchange) {
        SignedIn person = passed(exchange, Action.CHANGE_OWN_SIGN_IN);
        if (!clinic.secondFactors().active(person.account().id())) {
            throw new Unfit("no-second-factor", "There is no second factor on this account.");
        }
        return person;
    }

    /** Whoever asks has given their password and code once more, in the body. */
    private Account confirmed(Exchange exchange) {
        Account account = passed(exchange, Action.CHANGE_OWN_SIGN_IN).account();
        Confirmed given = exchange.body(Confirmed.class);
        String password = Exchange.required(given.password(), "password");
        if (!clinic.signIn().confirms(account, password, given.code(), exchange.address())) {
            throw wrong();
        }
        return account;
    }

    private static Problem wrong() {
        return new Problem(422, "not-confirmed", "The password, or the code of the second factor, is wrong.");
    }

    private static SignedIn passed(Exchange exchange, Action action) {
        exchange.pass(action, Target.NOTHING);
        return (SignedIn) exchange.caller();
    }
}
