package rhytid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.AccountChange;
import rhytid.account.Action;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Session;
import rhytid.account.SignIn;
import rhytid.account.Target;
import rhytid.fault.Gone;
import rhytid.fault.Stale;

/** Signing in and out, and setting passwords by link. */
final class SessionRoutes {

    private final Clinic clinic;

    SessionRoutes(Clinic clinic) {
        this.clinic = clinic;
    }

    record Login(String email, String password, @Nullable String code) {}

    record Token(String token, Instant expiresAt) {}

    record Me(
            String id,
            String email,
            @Nullable String name,
            String role,
            @Nullable String patientId,
            boolean secondFactorWanted,
            @Nullable String csrfToken) {}

    record SetUp(String token, String email, String password) {}

    record NewPassword(String token, String password) {}

    record OwnPassword(String current, String password) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/login", "Sign in: a token for scripts, and the browser's session cookie", this::login)
                        .takes(new Login("ana@clinic.example", "a long password of hers", null))
                        .gives(Token.class)
                        .fails(401, 429),
                Endpoint.post("/logout", "End this session, or with everywhere=true all of one's own", this::logout)
                        .is(Action.SEE_SELF)
                        .asks("everywhere", "true ends all sessions of the account")
                        .answers(204),
                Endpoint.get("/me", "Who is signed in", this::me)
                        .is(Action.SEE_SELF)
                        .gives(Me.class),
                Endpoint.put("/me/password", "Change one's own password; ends all sessions", this::ownPassword)
                        .is(Action.CHANGE_OWN_SIGN_IN)
                        .takes(new OwnPassword("the password until now", "the new one of hers"))
                        .answers(204)
                        .fails(429),
                Endpoint.post("/password", "Set a new password with a link's token", this::newPassword)
                        .takes(new NewPassword("token-of-the-link", "the new one of hers"))
                        .answers(204)
                        .fails(410),
                Endpoint.post("/setup", "Make the first administrator with the set-up link's token", this::setUp)
                        .takes(new SetUp("token-of-the-link", "ana@clinic.example", "a long password of hers"))
                        .gives(UserRoutes.User.class)
                        .answers(201)
                        .fails(410));
    }

    private Answer login(Exchange exchange) {
        Login login = exchange.body(Login.class);
        SignIn.Outcome outcome = clinic.signIn()
                .signIn(
                        Exchange.required(login.email(), "email"),
                        Exchange.required(login.password(), "password"),
                        login.code(),
                        exchange.origin());
        Session session = switch (outcome) {
            case SignIn.Outcome.In in -> in.session();
            case SignIn.Outcome.CodeWanted wanted ->
                throw new Problem(401, "code-wanted", "Send the code of the second factor too, as code.");
            case SignIn.Outcome.CodeWrong wrong ->
                throw new Problem(401, "wrong-code", "The code is wrong, or was used before.");
            case SignIn.Outcome.Wrong wrong -> throw wrongPassword();
            case SignIn.Outcome.Over over -> throw wrongPassword();
        };
        exchange.beginSession(session.token(), Duration.between(clinic.clock().instant(), session.expiresAt()));
        return Answer.ok(new Token(session.token(), session.expiresAt()));
    }

    private static Problem wrongPassword() {
        return new Problem(401, "wrong-password", "E-mail or password is wrong.");
    }

    private Answer logout(Exchange exchange) {
        SignedIn person = signedIn(exchange);
        if ("true".equals(exchange.query("everywhere"))) {
            clinic.sessions().endAll(person.account().id());
        } else {
            clinic.sessions().end(person.session());
        }
        exchange.endSession();
        return Answer.done();
    }

    private Answer me(Exchange exchange) {
        SignedIn person = signedIn(exchange);
        Account account = person.account();
        String cookie = exchange.cookie(CallerFinder.SESSION_COOKIE);
        return Answer.ok(new Me(
                account.id(),
                account.email(),
                account.name(),
                account.role().key(),
                account.patientId(),
                person.mustSetUp(),
                cookie == null || exchange.header("Authorization") != null ? null : CallerFinder.csrfToken(cookie)));
    }

    private Answer ownPassword(Exchange exchange) {
        exchange.pass(Action.CHANGE_OWN_SIGN_IN, Target.NOTHING);
        Account account = ((SignedIn) exchange.caller()).account();
        OwnPassword wanted = exchange.body(OwnPassword.class);
        String current = Exchange.required(wanted.current(), "current");
        if (!clinic.signIn().confirms(account, current, exchange.address())) {
            throw new Problem(422, "wrong-password", "The password until now is wrong.");
        }
        String password = Exchange.required(wanted.password(), "password");
        if (clinic.accounts()
                .change(account, account.version(), new AccountChange(null, null, null, null, password))
                .isEmpty()) {
            throw new Stale();
        }
        return Answer.done();
    }

    private Answer newPassword(Exchange exchange) {
        NewPassword wanted = exchange.body(NewPassword.class);
        String token = Exchange.required(wanted.token(), "token");
        String password = Exchange.required(wanted.password(), "password");
        if (clinic.links().setPassword(token, password).isEmpty()) {
            throw new Gone("This link is spent or over. Ask for a new one.");
        }
        return Answer.done();
    }

    private Answer setUp(Exchange exchange) {
        SetUp wanted = exchange.body(SetUp.class);
        Account account = clinic.links()
                .setUp(
                        Exchange.required(wanted.token(), "token"),
                        Exchange.required(wanted.email(), "email"),
                        Exchange.required(wanted.password(), "password"))
                .orElseThrow(() -> new Gone("This link is spent or over."));
        return Answer.created(UserRoutes.user(account), "/api/v1/users/" + account.id(), account.version());
    }

    private static SignedIn signedIn(Exchange exchange) {
        exchange.pass(Action.SEE_SELF, Target.NOTHING);
        return (SignedIn) exchange.caller();
    }
}
